package io.github.datalab4j.generator.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Compares what a method gives with what the service answered. */
final class AnswerCheck {
  private AnswerCheck() {}

  /** Subscribes, and waits for the value; null where there is none. */
  static @Nullable Object await(Object call) {
    if (call instanceof Single<?> single) {
      return single.blockingGet();
    }
    if (call instanceof Maybe<?> maybe) {
      return maybe.blockingGet();
    }
    ((Completable) call).blockingAwait();
    return null;
  }

  static List<String> problems(Method method, @Nullable Object value, Answer answer, Moshi moshi)
      throws IOException {
    boolean nothing = answer.bytes == null || (answer.json != null && answer.json.isNull());
    if (value == null) {
      return nothing ? List.of() : List.of("the answer " + text(answer) + " was dropped");
    }
    if (value instanceof ResponseBody body) {
      return body.byteString().equals(answer.bytes)
          ? List.of()
          : List.of("the answer has other bytes");
    }
    if (nothing) {
      return List.of("no answer became " + value);
    }
    if (answer.json == null) {
      boolean same = ByteString.encodeUtf8(value.toString()).equals(answer.bytes);
      return same ? List.of() : List.of("the answer " + answer.bytes + " became " + value);
    }
    Type type = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    JsonAdapter<Object> adapter =
        moshi.adapter(type, Arguments.qualifiers(method.getAnnotations()));
    String json = adapter.toJson(value);
    return WireText.saysJson(json, answer.json)
        ? List.of()
        : List.of("the answer " + answer.json + " became " + json);
  }

  private static String text(Answer answer) {
    return answer.bytes == null ? "" : answer.bytes.utf8();
  }
}
