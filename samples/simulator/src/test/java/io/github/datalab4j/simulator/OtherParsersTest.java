package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** The parser beside those of Netty and OkHttp; and why it is not Netty's. */
final class OtherParsersTest {
  private static final String BOUNDARY = "x-7";

  @Property(tries = 300)
  void contentsAreThoseThatNettyFinds(@ForAll("bodies") List<byte[]> contents, @ForAll Random cuts)
      throws IOException {
    Assume.that(contents.stream().noneMatch(content -> latin(content).contains("\n--x-7")));
    Assume.that(contents.stream().noneMatch(content -> latin(content).startsWith("--x-7")));
    byte[] body = body(contents);

    assertSame(netty(body), ours(body, cuts));
  }

  @Property(tries = 300)
  void contentsAreThoseThatOkHttpFinds(@ForAll("bodies") List<byte[]> contents, @ForAll Random cuts)
      throws IOException {
    byte[] body = body(contents);

    assertSame(okHttp(body), ours(body, cuts));
  }

  @Property(tries = 300)
  void contentsAreThoseThatWereWritten(@ForAll("bodies") List<byte[]> contents, @ForAll Random cuts)
      throws IOException {
    assertSame(contents, ours(body(contents), cuts));
  }

  /** Fails on the day when Netty wants the whole line break: then its decoder may do. */
  @Test
  void nettyTakesABareLineFeedForTheBeginningOfADelimiter() throws IOException {
    byte[] content = "a\n--x-7--".getBytes(StandardCharsets.US_ASCII);

    assertEquals(1, netty(body(Collections.singletonList(content))).get(0).length);
  }

  /** Fails on the day when Netty unescapes quotes: then its decoder may do. */
  @Test
  void nettyLeavesTheEscapesInFileNames() throws IOException {
    String name = nettyUpload("files", "filename=\"a\\\"b.pdf\"").getFilename();

    assertNotEquals("a\"b.pdf", name);
  }

  /** Fails on the day when Netty keeps field names whole: then its decoder may do. */
  @Test
  void nettyDropsCharactersFromFieldNames() throws IOException {
    String name = nettyUpload("a:b=c", "filename=\"a.pdf\"").getName();

    assertNotEquals("a:b=c", name);
  }

  private static FileUpload nettyUpload(String name, String parameter) throws IOException {
    String body =
        "--x-7\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"; "
            + parameter
            + "\r\nContent-Type: application/pdf\r\n\r\nx\r\n--x-7--\r\n";
    return (FileUpload) nettyParts(body.getBytes(StandardCharsets.ISO_8859_1)).get(0);
  }

  @Provide
  Arbitrary<List<byte[]>> bodies() {
    Arbitrary<String> traps =
        Arbitraries.of(
            "\r", "\n", "\r\n", "-", "--", "--x-7", "\r\n--x-", "\r\n--", "a", "\0", "é");
    Arbitrary<byte[]> content =
        traps
            .list()
            .ofMaxSize(12)
            .map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8))
            .filter(bytes -> !latin(bytes).contains("\r\n--x-7"));
    return Combinators.combine(content, content.list().ofMaxSize(3))
        .as(
            (first, others) -> {
              List<byte[]> all = new ArrayList<>(others);
              all.add(first);
              return all;
            });
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] body(List<byte[]> contents) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      String head =
          "--x-7\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n"
              + "Content-Type: application/pdf\r\n\r\n";
      body.write(head.getBytes(StandardCharsets.US_ASCII));
      body.write(content);
      body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    body.write("--x-7--\r\n".getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static List<byte[]> ours(byte[] body, Random cuts) {
    List<byte[]> contents = new ArrayList<>();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    MultipartParser parser =
        new MultipartParser(
            BOUNDARY,
            new MultipartParser.Sink() {
              @Override
              public void partBegins(List<Header> headers) {
                content.reset();
              }

              @Override
              public void partContent(byte[] bytes, int offset, int length) {
                content.write(bytes, offset, length);
              }

              @Override
              public void partEnds() {
                contents.add(content.toByteArray());
              }
            });
    for (int at = 0; at < body.length; ) {
      int end = Math.min(body.length, at + 1 + cuts.nextInt(40));
      parser.feed(Arrays.copyOfRange(body, at, end));
      at = end;
    }
    return contents;
  }

  private static List<byte[]> netty(byte[] body) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (InterfaceHttpData part : nettyParts(body)) {
      contents.add(((FileUpload) part).get());
    }
    return contents;
  }

  private static List<InterfaceHttpData> nettyParts(byte[] body) {
    HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    request.headers().set("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    HttpPostMultipartRequestDecoder decoder =
        new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
    decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
    return decoder.getBodyHttpDatas();
  }

  private static List<byte[]> okHttp(byte[] body) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (MultipartReader reader = new MultipartReader(new Buffer().write(body), BOUNDARY)) {
      for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
        contents.add(part.body().readByteArray());
      }
    }
    return contents;
  }

  private static void assertSame(List<byte[]> expected, List<byte[]> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i));
    }
  }
}
