package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is encoded is read back by Moshi's own adapter for any JSON. */
class FileInstructionsJsonPropertyTest {
  @Property(tries = 300)
  void whatWasSetIsReadBackAndNothingElse(@ForAll("byFile") Map<String, FileInstructions> byFile)
      throws IOException {
    String json = FileInstructionsJson.ADAPTER.toJson(byFile);

    assertEquals(
        expected(byFile), new Moshi.Builder().build().adapter(Object.class).fromJson(json));
  }

  @Property(tries = 100)
  void whatIsEncodedPassesTheCheckOfRawJson(
      @ForAll("byFile") Map<String, FileInstructions> byFile) {
    String json = FileInstructionsJson.ADAPTER.toJson(byFile);

    assertEquals(json, FileInstructionsJson.checkArray(json));
  }

  @Provide
  Arbitrary<Map<String, FileInstructions>> byFile() {
    Arbitrary<String> names = text().map(text -> text.replaceAll("[\\p{Cc}\"/\\\\]", "_") + ".pdf");
    Arbitrary<FileInstructions> instructions =
        Arbitraries.integers()
            .between(0, 3)
            .flatMap(
                pages ->
                    text()
                        .list()
                        .ofSize(pages + 1)
                        .flatMap(
                            texts ->
                                Arbitraries.integers()
                                    .between(0, Integer.MAX_VALUE)
                                    .set()
                                    .ofSize(pages)
                                    .map(numbers -> instructions(texts, numbers))));
    return Arbitraries.maps(names, instructions).ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(30)
        .map(text -> text.replaceAll("[\\ud800-\\udfff]", "x") + "é図\"\\\u2028");
  }

  private static FileInstructions instructions(List<String> texts, Set<Integer> numbers) {
    FileInstructions.Builder builder = FileInstructions.builder();
    if (numbers.isEmpty() || texts.get(0).length() % 2 == 0) {
      builder.general(texts.get(0));
    }
    int i = 0;
    for (int number : new HashSet<>(numbers)) {
      builder.page(number, texts.get(++i));
    }
    return builder.build();
  }

  private static List<Object> expected(Map<String, FileInstructions> byFile) {
    List<Object> all = new ArrayList<>();
    byFile.forEach(
        (name, instructions) -> {
          Map<String, Object> file = new LinkedHashMap<>();
          file.put("filename", name);
          if (instructions.general() != null) {
            file.put("general_instructions", instructions.general());
          }
          List<Object> pages = new ArrayList<>();
          for (FileInstructions.Page page : instructions.pages()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("page", (double) page.number());
            one.put("instructions", page.instructions());
            pages.add(one);
          }
          if (!pages.isEmpty()) {
            file.put("page_instructions", pages);
          }
          all.add(file);
        });
    return all;
  }
}
