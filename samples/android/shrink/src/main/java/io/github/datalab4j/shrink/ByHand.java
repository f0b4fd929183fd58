package io.github.datalab4j.shrink;

import com.squareup.moshi.Moshi;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import retrofit2.Retrofit;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import retrofit2.http.GET;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Path;

/**
 * What an application would write without this library: Retrofit, Moshi and RxJava, the upload and
 * a loop, and nothing of what makes it reliable. Arguments: base URL and API key.
 */
public final class ByHand {
  private ByHand() {}

  public static void main(String[] args) {
    Api api = api(args[0], args[1]);
    String key = lookupKey(iterate(api).blockingGet());
    Answer last =
        Observable.interval(0, 20, TimeUnit.MILLISECONDS)
            .concatMapSingle(tick -> api.status(key))
            .doOnNext(answer -> System.out.println(answer.status))
            .takeUntil(answer -> !answer.status.equals("processing"))
            .blockingLast();
    System.out.println(last.processorId + " " + last.error);
    System.exit(0); // the threads of OkHttp idle for a minute before they let a JVM end
  }

  static Single<Answer> iterate(Api api) {
    return api.iterate("cp_12345", text("Keep footnotes with their tables"), files());
  }

  static String lookupKey(Answer sent) {
    return sent.checkUrl.substring(sent.checkUrl.lastIndexOf('/') + 1);
  }

  static Api api(String url, String key) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().header("X-API-Key", key).build()))
            .build();
    Moshi moshi = new Moshi.Builder().add(Answer.class, new AnswerAdapter()).build();
    return new Retrofit.Builder()
        .baseUrl(url)
        .client(client)
        .addCallAdapterFactory(RxJava3CallAdapterFactory.create())
        .addConverterFactory(new AnswerConverterFactory(moshi.adapter(Answer.class)))
        .build()
        .create(Api.class);
  }

  private static List<MultipartBody.Part> files() {
    RequestBody pdf =
        RequestBody.create(new byte[] {'%', 'P', 'D', 'F'}, MediaType.get("application/pdf"));
    return Arrays.asList(
        MultipartBody.Part.createFormData("files", "scan.pdf", pdf),
        MultipartBody.Part.createFormData("files", "note.pdf", pdf));
  }

  private static RequestBody text(String text) {
    return RequestBody.create(text, MediaType.get("text/plain"));
  }

  interface Api {
    @Multipart
    @POST("api/v1/custom_processors/{processor_id}/iterate")
    Single<Answer> iterate(
        @Path("processor_id") String processorId,
        @Part("request") RequestBody request,
        @Part List<MultipartBody.Part> files);

    @GET("api/v1/custom_pipelines/{lookup_key}")
    Single<Answer> status(@Path("lookup_key") String lookupKey);
  }
}
