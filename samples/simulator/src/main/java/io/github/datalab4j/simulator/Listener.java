package io.github.datalab4j.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one thread and the listening socket, on loopback only. */
final class Listener {
  private static final byte[] HOST = {127, 0, 0, 1};
  private static final int BACKLOG = 4096;
  private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
  // A loop without a group: a group would leave Netty's global executor running for a second.
  private final EventLoop loop =
      new SingleThreadIoEventLoop(null, this::newThread, NioIoHandler.newFactory());
  private @Nullable Channel server;
  private @Nullable Socket placeholder;
  private volatile int port;

  private Thread newThread(Runnable task) {
    Thread created = new Thread(task, "datalab-simulator");
    created.setDaemon(true);
    thread.set(created);
    return created;
  }

  EventLoop loop() {
    return loop;
  }

  int port() {
    return port;
  }

  synchronized void listen(int wanted, ChannelHandler connections) {
    releasePlaceholder();
    if (server != null) {
      return;
    }
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(connections);
    Channel bound = bootstrap.bind(address(wanted)).syncUninterruptibly().channel();
    server = bound;
    port = ((InetSocketAddress) bound.localAddress()).getPort();
  }

  /** Stops to listen; the port stays taken, so that no one else gets it meanwhile. */
  synchronized void refuse() {
    if (server == null) {
      return;
    }
    stop();
    long giveUp = System.nanoTime() + HOLD_NANOS;
    while (placeholder == null) {
      try {
        hold();
      } catch (IOException e) {
        if (System.nanoTime() > giveUp) {
          throw new UncheckedIOException("cannot hold port " + port, e);
        }
        loop.submit(() -> {}).syncUninterruptibly(); // its next round frees the closed port
      }
    }
  }

  private void hold() throws IOException {
    Socket socket = new Socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(address(port));
      placeholder = socket;
    } finally {
      if (placeholder != socket) {
        socket.close();
      }
    }
  }

  /** Stops to listen. */
  synchronized void stop() {
    if (server != null) {
      server.close().syncUninterruptibly();
    }
    server = null;
  }

  private static InetSocketAddress address(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(HOST), port);
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  private void releasePlaceholder() {
    try {
      if (placeholder != null) {
        placeholder.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot free port " + port, e);
    }
    placeholder = null;
  }

  /** Closes what is open and waits until the thread has ended; again and again if asked to. */
  synchronized void close() {
    stop();
    releasePlaceholder();
    Future<?> unused = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    loop.terminationFuture().syncUninterruptibly();
    Thread running = thread.get();
    boolean interrupted = false;
    while (running != null && running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
