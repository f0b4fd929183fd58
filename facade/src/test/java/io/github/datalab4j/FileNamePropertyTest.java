package io.github.datalab4j;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

class FileNamePropertyTest {
  @Property
  void anyNameIsRefusedOrSentToTheLetter(@ForAll @StringLength(max = 200) String name) {
    FileNameFuzzTest.assertRefusedOrSentToTheLetter(name);
  }

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void theWorstNamesAreRefusedOrSentToTheLetter(
      @ForAll
          @StringLength(min = 1, max = 4)
          @Chars({'"', '\\', '/', '.', '%', '\r', '\n', '\0', ';', 'a', '\u0085', '\u2028'})
          @Chars({'\ud7ff', '\ud800', '\udbff', '\udc00', '\udfff', '\ue000'})
          String name) {
    boolean sent = FileNameFuzzTest.assertRefusedOrSentToTheLetter(name);
    Outcomes.count(sent, !name.matches("[a.]*"));
  }
}
