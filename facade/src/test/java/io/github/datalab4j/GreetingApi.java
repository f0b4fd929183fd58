package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Response;
import retrofit2.adapter.rxjava3.Result;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Streaming;
import retrofit2.http.Url;

/** An interface as a user's own generation would bring it, with every type of result. */
interface GreetingApi {
  @GET("greeting")
  Single<Greeting> single();

  @GET("greeting")
  Single<Response<Greeting>> response();

  @GET("greeting")
  Single<Result<Greeting>> result();

  @GET("greeting")
  Maybe<Greeting> maybe();

  @GET("greeting")
  Observable<Greeting> observable();

  @GET("greeting")
  Flowable<Greeting> flowable();

  @GET("greeting")
  Completable completable();

  @GET
  Single<Response<Greeting>> at(@Url String url);

  @POST("greeting")
  Single<Response<Greeting>> post(@Body RequestBody body);

  @Streaming
  @GET("stream")
  Single<ResponseBody> stream();
}
