package io.github.datalab4j.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One TCP connection: takes requests one after the other and does to the socket what is asked. */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final int SMALL_BUFFER = 4096;
  private static final byte[] BAD_REQUEST =
      "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Connections owner;
  private final Channel channel;
  private final int number;
  private final Deque<Object> inbox = new ArrayDeque<>();
  private @Nullable Exchange exchange;
  private @Nullable ReceivedRequest latest;
  private volatile @Nullable Runnable whenReleased;
  private @Nullable Runnable whenWritable;
  private @Nullable Pace readPace;
  private boolean reading = true;
  private boolean answering;
  private boolean closedByUs;

  Connection(Connections owner, Channel channel, int number) {
    this.owner = owner;
    this.channel = channel;
    this.number = number;
  }

  int number() {
    return number;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    // Faults first: who sees the connection open may set one for the next.
    List<Fault> faults = owner.rules().onConnection();
    owner.opened(this);
    if (!faults.isEmpty()) {
      pauseReading();
      Interruptions.play(this, faults, this::resumeReading);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    inbox.add(message);
    drain();
  }

  private void drain() {
    while (reading && !answering && !inbox.isEmpty()) {
      Object message = inbox.remove();
      try {
        take(message);
      } finally {
        ReferenceCountUtil.release(message);
      }
    }
  }

  private void take(Object message) {
    if (((DecoderResultProvider) message).decoderResult().isFailure()) {
      write(BAD_REQUEST, this::closeInOrder);
      return;
    }
    if (message instanceof HttpRequest) {
      Exchange next = owner.exchange(this, (HttpRequest) message);
      exchange = next;
      latest = next.request();
      next.begin();
    }
    if (message instanceof HttpContent && exchange != null) {
      ByteBuf content = ((HttpContent) message).content();
      byte[] piece = ByteBufUtil.getBytes(content);
      exchange.body(piece, message instanceof LastHttpContent);
      pauseForPace(piece.length);
    }
  }

  /** From now on the rest of the inbox waits until the exchange is done. */
  void answering() {
    answering = true;
  }

  void exchangeDone() {
    exchange = null;
    answering = false;
    drain();
  }

  void pauseReading() {
    reading = false;
    channel.config().setAutoRead(false);
  }

  void resumeReading() {
    reading = true;
    channel.config().setAutoRead(true);
    drain();
  }

  void readSlowly(Pace pace) {
    readPace = pace;
    // Otherwise the kernel takes megabytes in advance, and the client would notice nothing.
    channel.config().setOption(ChannelOption.SO_RCVBUF, SMALL_BUFFER);
  }

  private void pauseForPace(int bytes) {
    if (readPace != null && exchange != null && reading && bytes > 0) {
      pauseReading();
      later(bytes * readPace.millis / readPace.bytes, this::resumeReading);
    }
  }

  /** Runs the task on the connection's thread after so much of the simulator's time. */
  void later(long millis, Runnable task) {
    owner.time().schedule(() -> onLoop(task), millis);
  }

  private void onLoop(Runnable task) {
    if (!channel.eventLoop().isShuttingDown()) {
      channel.eventLoop().execute(() -> runIfOpen(task));
    }
  }

  private void runIfOpen(Runnable task) {
    if (channel.isActive()) {
      task.run();
    }
  }

  void stall(Runnable next) {
    whenReleased = next;
    owner.changed();
  }

  boolean isStalled() {
    return whenReleased != null;
  }

  /** Lets a stalled connection go on; from any thread. */
  void release() {
    onLoop(
        () -> {
          Runnable next = whenReleased;
          whenReleased = null;
          if (next != null) {
            next.run();
          }
        });
  }

  /** Sends the bytes and goes on when the socket takes more. */
  void write(byte[] bytes, Runnable next) {
    ChannelFuture unused = channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    if (channel.isWritable()) {
      onLoop(next);
    } else {
      whenWritable = next;
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    Runnable next = whenWritable;
    if (next != null && channel.isWritable()) {
      whenWritable = null;
      onLoop(next);
    }
  }

  /** Sends what was written, then FIN. */
  void closeInOrder() {
    closedByUs = true;
    ChannelFuture unused =
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  /** Sends what was written, then RST, without the farewell of TLS. */
  void reset() {
    closedByUs = true;
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    ChannelFuture unused =
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> closeBelowTls());
  }

  private void closeBelowTls() {
    ChannelFuture unused = channel.pipeline().firstContext().close();
  }

  /** Closes without waiting for what is still to be sent; from any thread. */
  void closeNow() {
    onLoop(
        () -> {
          closedByUs = true;
          ChannelFuture unused = channel.close();
        });
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    inbox.forEach(ReferenceCountUtil::release);
    inbox.clear();
    owner.closed(this);
    if (!closedByUs && latest != null) {
      latest.closedByClient();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ChannelFuture unused = channel.close();
  }
}
