package io.github.datalab4j.shrink;

import com.squareup.moshi.JsonAdapter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Reads answers by their adapter, as {@code converter-moshi} does. */
final class AnswerConverterFactory extends Converter.Factory {
  private final JsonAdapter<Answer> adapter;

  AnswerConverterFactory(JsonAdapter<Answer> adapter) {
    this.adapter = adapter;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return type == Answer.class ? body -> adapter.fromJson(body.source()) : null;
  }
}
