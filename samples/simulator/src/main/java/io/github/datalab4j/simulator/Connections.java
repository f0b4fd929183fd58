package io.github.datalab4j.simulator;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.ssl.SslHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** All connections of one simulator, and what they share. */
final class Connections extends ChannelInitializer<SocketChannel> {
  private static final int MAX_HEAD_BYTES = 1 << 20;

  private final Settings settings;
  private final Service service;
  private final SimulatorTime time;
  private final FaultRules rules;
  private final RequestLog log;
  private final Changes changes;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();

  Connections(
      Settings settings,
      Service service,
      SimulatorTime time,
      FaultRules rules,
      RequestLog log,
      Changes changes) {
    this.settings = settings;
    this.service = service;
    this.time = time;
    this.rules = rules;
    this.log = log;
    this.changes = changes;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    HttpDecoderConfig config =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MAX_HEAD_BYTES)
            .setMaxHeaderSize(MAX_HEAD_BYTES)
            .setValidateHeaders(false);
    if (settings.tls != null) {
      SSLEngine engine = settings.tls.createSSLEngine();
      engine.setUseClientMode(false);
      channel.pipeline().addLast(new SslHandler(engine));
    }
    channel
        .pipeline()
        .addLast(new HttpRequestDecoder(config))
        .addLast(new Connection(this, channel, count.incrementAndGet()));
  }

  Exchange exchange(Connection connection, HttpRequest head) {
    List<Header> headers = new ArrayList<>();
    for (Map.Entry<String, String> header : head.headers()) {
      headers.add(new Header(header.getKey(), header.getValue()));
    }
    String method = head.method().name();
    String target = head.uri();
    String path = target.split("\\?", 2)[0];
    ReceivedRequest request =
        new ReceivedRequest(
            changes,
            Route.of(method, path, settings.pathPrefix),
            method,
            target,
            Collections.unmodifiableList(headers),
            time.millis(),
            connection.number());
    // Faults first: who sees the request may set one for the next.
    Exchange exchange = new Exchange(connection, this, request, HttpUtil.isKeepAlive(head));
    log.add(request);
    return exchange;
  }

  Form form(ReceivedRequest request) {
    return new Form(request.header("Content-Type"), settings.maxTextBytes);
  }

  void record(ReceivedRequest request, @Nullable Form form, @Nullable String lookupKey) {
    if (request.isIterate()) {
      log.add(ReceivedIteration.of(request, form).accepted(lookupKey));
    }
  }

  Service service() {
    return service;
  }

  SimulatorTime time() {
    return time;
  }

  FaultRules rules() {
    return rules;
  }

  int openCount() {
    return open.size();
  }

  void opened(Connection connection) {
    open.add(connection);
    changes.happened();
  }

  void closed(Connection connection) {
    open.remove(connection);
    changes.happened();
  }

  void changed() {
    changes.happened();
  }

  long stalledCount() {
    return open.stream().filter(Connection::isStalled).count();
  }

  void release() {
    open.forEach(Connection::release);
  }

  void closeAll() {
    open.forEach(Connection::closeNow);
  }
}
