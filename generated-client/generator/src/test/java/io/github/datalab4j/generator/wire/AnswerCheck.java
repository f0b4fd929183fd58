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
import java.util.ArrayList;
import java.util.List;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.HttpException;
import retrofit2.Response;

/** Compares what a method gives with what the service answered. */
final class AnswerCheck {
  private AnswerCheck() {}

  /** Subscribes, waits, and says what is not as the service answered. */
  static List<String> problems(Method method, Object call, Answer answer, Moshi moshi)
      throws IOException {
    Object value;
    try {
      value = await(call);
    } catch (HttpException e) {
      return whole(e.response(), answer);
    }
    if (value instanceof Response<?> response) {
      List<String> problems = whole(response, answer);
      boolean success = problems.isEmpty() && response.isSuccessful();
      return success ? body(method, response.body(), answer, moshi) : problems;
    }
    return answer.status() < 300
        ? body(method, value, answer, moshi)
        : List.of("the status " + answer.status() + " became " + value);
  }

  /** Null where there is no value. */
  private static @Nullable Object await(Object call) {
    if (call instanceof Single<?> single) {
      return single.blockingGet();
    }
    if (call instanceof Maybe<?> maybe) {
      return maybe.blockingGet();
    }
    ((Completable) call).blockingAwait();
    return null;
  }

  /** All but the body of a success. */
  private static List<String> whole(Response<?> response, Answer answer) throws IOException {
    List<String> problems = new ArrayList<>();
    if (response.code() != answer.status()) {
      problems.add("the status " + answer.status() + " became " + response.code());
    }
    if (!answer.header().equals(response.headers().get(Answer.HEADER))) {
      problems.add("the header is " + response.headers().get(Answer.HEADER));
    }
    ResponseBody refusal = response.errorBody();
    if (refusal != null && !refusal.byteString().equals(answer.bytesOrNone())) {
      problems.add("the body of the refusal has other bytes");
    }
    return problems;
  }

  private static List<String> body(
      Method method, @Nullable Object value, Answer answer, Moshi moshi) throws IOException {
    boolean nothing = answer.bytes == null || (answer.json != null && answer.json.isNull());
    if (value == null) {
      return nothing ? List.of() : List.of("the answer " + text(answer) + " was dropped");
    }
    if (value instanceof ResponseBody body) {
      return body.byteString().equals(answer.bytesOrNone())
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
    JsonAdapter<Object> adapter =
        moshi.adapter(valueType(method), Arguments.qualifiers(method.getAnnotations()));
    String json = adapter.toJson(value);
    return WireText.saysJson(json, answer.json)
        ? List.of()
        : List.of("the answer " + answer.json + " became " + json);
  }

  private static Type valueType(Method method) {
    Type type = argument(method.getGenericReturnType());
    boolean whole =
        type instanceof ParameterizedType response && response.getRawType() == Response.class;
    return whole ? argument(type) : type;
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static String text(Answer answer) {
    return answer.bytesOrNone().utf8();
  }
}
