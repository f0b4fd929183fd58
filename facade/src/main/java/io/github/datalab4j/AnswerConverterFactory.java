package io.github.datalab4j;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Stands before the factory that decodes: reads the body to its end, looks at what its JSON costs,
 * keeps the start of one that cannot be read or decoded, and masks the key where it is to.
 */
final class AnswerConverterFactory extends Converter.Factory {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf"); // of UTF-8
  private static final int KEPT = 64 * 1024; // bytes
  private static final Pattern PATH = Pattern.compile("\\bat (?:path )?(\\$\\S*)");

  private final int maxDepth;
  private final long maxValues;
  private final @Nullable JsonMask mask;

  AnswerConverterFactory(int maxDepth, long maxValues, @Nullable JsonMask mask) {
    this.maxDepth = maxDepth;
    this.maxValues = maxValues;
    this.mask = mask;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    Converter<ResponseBody, ?> decoder =
        retrofit.nextResponseBodyConverter(this, type, annotations);
    return body -> decode(decoder, body, type);
  }

  private @Nullable Object decode(Converter<ResponseBody, ?> decoder, ResponseBody body, Type type)
      throws IOException {
    Buffer bytes = new Buffer();
    try (ResponseBody closed = body) { // also when it is cut off here
      bytes.writeAll(closed.source());
    } catch (IOException e) {
      throw new BrokenAnswerException(e, ByteString.of(start(bytes)));
    }
    boolean nests = type != String.class;
    if (nests && bytes.rangeEquals(0, BYTE_ORDER_MARK)) {
      bytes.skip(BYTE_ORDER_MARK.size());
    }
    byte[] start = start(bytes);
    @Nullable String fault = nests ? JsonBounds.fault(maxDepth, maxValues, bytes) : null;
    if (fault != null) {
      throw unreadable(fault, null, start, "$");
    }
    @Nullable JsonMask needed = mask != null && (!nests || mask.mayBeNeeded(bytes)) ? mask : null;
    try {
      @Nullable Object value =
          decoder.convert(ResponseBody.create(bytes, body.contentType(), bytes.size()));
      return value == null || needed == null ? value : needed.masked(type, value);
    } catch (JsonDataException e) {
      throw unreadable(e.getMessage(), e, start, path(e));
    } catch (EOFException e) {
      throw unreadable("the JSON is cut off", e, start, null);
    } catch (IOException e) {
      throw unreadable(e.getMessage(), e, start, null);
    }
  }

  /** A copy: a snapshot would share the segments, which Okio then cannot use again. */
  private static byte[] start(Buffer bytes) {
    byte[] start = new byte[(int) Math.min(KEPT, bytes.size())];
    int copied = 0;
    try (Buffer.UnsafeCursor cursor = bytes.readUnsafe()) {
      while (copied < start.length && cursor.next() > 0) {
        int length = Math.min(start.length - copied, cursor.end - cursor.start);
        System.arraycopy(cursor.data, cursor.start, start, copied, length);
        copied += length;
      }
    }
    return start;
  }

  /** With the path, if it is JSON that has one. */
  private static UnreadableAnswerException unreadable(
      @Nullable String message, @Nullable Throwable cause, byte[] start, @Nullable String path) {
    @Nullable String within = path != null && isJson(start) ? path : null;
    return new UnreadableAnswerException(message, cause, ByteString.of(start), within);
  }

  /** Whether it is JSON, be it another than was promised; of one that is cut off, if it may be. */
  private static boolean isJson(byte[] start) {
    JsonReader reader = JsonReader.of(new Buffer().write(start));
    try {
      if (start.length == KEPT) {
        return reader.peek() == JsonReader.Token.BEGIN_OBJECT;
      }
      reader.skipValue();
      return reader.peek() == JsonReader.Token.END_DOCUMENT;
    } catch (IOException e) {
      return false;
    } catch (JsonDataException e) { // deeper than Moshi goes
      return true;
    }
  }

  private static String path(JsonDataException e) {
    Matcher matcher = PATH.matcher(String.valueOf(e.getMessage()));
    return matcher.find() ? matcher.group(1) : "$";
  }
}
