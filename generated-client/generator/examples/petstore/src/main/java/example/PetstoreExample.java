package example;

import com.example.petstore.ApiClient;
import com.example.petstore.api.PetApi;
import com.example.petstore.api.UploadPhotosParts;
import com.example.petstore.model.Pet;
import com.example.petstore.model.Status;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/** Sells a pet of the store at the address that is the first argument. */
public final class PetstoreExample {
  private PetstoreExample() {}

  public static void main(String[] args) {
    OkHttpClient http = new OkHttpClient();
    PetApi pets =
        ApiClient.retrofit(http, ApiClient.moshi().build())
            .baseUrl(args[0])
            .build()
            .create(PetApi.class);

    Pet rex = pets.addPet(Pet.builder().name("Rex").status(Status.AVAILABLE).build()).blockingGet();
    System.out.println("added " + rex.name() + " as " + rex.id());

    RequestBody photo = RequestBody.create(new byte[] {1, 2, 3}, MediaType.get("image/png"));
    rex =
        pets.uploadPhotos(
                rex.id(),
                Collections.singletonList(UploadPhotosParts.photos("rex.png", photo)),
                "Rex in the garden")
            .blockingGet();
    System.out.println("photos " + rex.photoUrls());

    List<Pet> found =
        pets.findPetsByStatus(Arrays.asList(Status.AVAILABLE, Status.of("on-holiday")))
            .blockingGet();
    for (Pet pet : found) {
      System.out.println("found " + pet.name() + ", " + pet.status());
    }

    pets.deletePet(rex.id(), "secret").blockingAwait();
    System.out.println("sold " + rex.name());

    http.dispatcher().executorService().shutdown();
  }
}
