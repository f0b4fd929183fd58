package io.github.datalab4j;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class FileNamePropertyTest {
  @Property
  void anyNameIsRefusedOrSentToTheLetter(@ForAll @StringLength(max = 200) String name) {
    FileNameFuzzTest.assertRefusedOrSentToTheLetter(name);
  }

  @Property
  void theWorstNamesAreRefusedOrSentToTheLetter(
      @ForAll
          @StringLength(min = 1, max = 8)
          @Chars({'"', '\\', '/', '.', '%', '\r', '\n', '\0', ';', 'a', '\u0085', '\u2028'})
          @CharRange(from = '\ud7f0', to = '\ue010')
          String name) {
    FileNameFuzzTest.assertRefusedOrSentToTheLetter(name);
  }
}
