package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.adapter.rxjava3.Result;

/** In place of Retrofit's own adapter for RxJava 3; takes all types that it takes. */
final class RxCallAdapterFactory extends CallAdapter.Factory {
  private final CallPolicy policy;

  RxCallAdapterFactory(CallPolicy policy) {
    this.policy = policy;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    Class<?> stream = getRawType(returnType);
    if (stream == Completable.class) {
      return new RxCallAdapter<>(Void.class, stream, Void.class, policy);
    }
    if (stream != Single.class
        && stream != Maybe.class
        && stream != Observable.class
        && stream != Flowable.class) {
      return null;
    }
    Type itemType = parameter(returnType);
    Class<?> item = getRawType(itemType);
    boolean wrapped = item == Response.class || item == Result.class;
    return new RxCallAdapter<>(wrapped ? parameter(itemType) : itemType, stream, item, policy);
  }

  private static Type parameter(Type type) {
    if (type instanceof ParameterizedType) {
      return getParameterUpperBound(0, (ParameterizedType) type);
    }
    throw new IllegalStateException(type + " needs a type parameter.");
  }

  private static final class RxCallAdapter<R> implements CallAdapter<R, Object> {
    private final Type responseType;
    private final Class<?> stream;
    private final Class<?> item;
    private final CallPolicy policy;

    RxCallAdapter(Type responseType, Class<?> stream, Class<?> item, CallPolicy policy) {
      this.responseType = responseType;
      this.stream = stream;
      this.item = item;
      this.policy = policy;
    }

    @Override
    public Type responseType() {
      return responseType;
    }

    @Override
    public Object adapt(retrofit2.Call<R> call) {
      Single<Response<R>> answer = new CallSingle<>(call);
      return responseType == ResponseBody.class ? streamed(answer) : as(items(answer));
    }

    private Maybe<?> items(Single<Response<R>> answer) {
      Single<Response<R>> responses = policy.around(answer);
      if (item == Response.class) {
        return responses.toMaybe();
      }
      if (item == Result.class) {
        return responses.map(Result::response).onErrorReturn(Result::<R>error).toMaybe();
      }
      return responses.flatMapMaybe(this::body);
    }

    private Object streamed(Single<Response<R>> answer) {
      if (stream == Flowable.class) { // which holds what nobody has requested yet
        return Flowable.using(
            StreamedAnswer::new,
            hand ->
                items(answer.doOnSuccess(hand::arrived))
                    .toFlowable()
                    .doOnNext(given -> hand.handedOver()),
            StreamedAnswer::close,
            false);
      }
      return as(
          Maybe.using(
              StreamedAnswer::new,
              hand ->
                  items(answer.doOnSuccess(hand::arrived)).doOnSuccess(given -> hand.handedOver()),
              StreamedAnswer::close,
              false));
    }

    private Maybe<R> body(Response<R> response) {
      @Nullable R body = response.body();
      if (!response.isSuccessful() || (body == null && stream == Single.class)) {
        return Maybe.error(policy.refused(response));
      }
      return body == null ? Maybe.empty() : Maybe.just(body);
    }

    private Object as(Maybe<?> items) {
      if (stream == Single.class) {
        return items.toSingle();
      }
      if (stream == Completable.class) {
        return items.ignoreElement();
      }
      if (stream == Observable.class) {
        return items.toObservable();
      }
      return stream == Flowable.class ? items.toFlowable() : items;
    }
  }
}
