package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.DatalabSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed wrong ends with code 2 and one line that says what to do. Nothing is sent. */
class BadInputTest {
  @TempDir Path folder;
  private DatalabSimulator simulator;
  private Path report;

  @BeforeEach
  void startTheService() throws IOException {
    simulator = DatalabSimulator.builder().apiKey(Program.KEY).start();
    simulator.processor("cp_12345");
    report = Files.writeString(folder.resolve("report.pdf"), "%PDF-1.7");
  }

  @AfterEach
  void stopTheService() {
    simulator.close();
  }

  @Test
  void aMissingFile() {
    assertMisuse(
        "nothing.pdf': check --file.", iterate("--file", folder.resolve("nothing.pdf").toString()));
  }

  @Test
  void aFolderInsteadOfAFile() {
    assertMisuse("is a folder: name the files in it", iterate("--file", folder.toString()));
  }

  @Test
  void anEmptyFile() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pdf"));
    assertMisuse("empty.pdf' is empty: leave it out", iterate("--file", empty.toString()));
  }

  @Test
  void twoFilesOfOneName() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path second = Files.writeString(other.resolve("report.pdf"), "%PDF-1.7");
    assertMisuse(
        "Two files are named 'report.pdf'",
        iterate("--file", report.toString(), "--file", second.toString()));
  }

  @Test
  void anInstructionForAFileThatIsNotSent() {
    assertMisuse(
        "--instruct names 'other.pdf', which is not sent (sent are report.pdf)",
        iterate("--file", report.toString(), "--instruct", "other.pdf=A scan"));
  }

  @Test
  void aMalformedPage() {
    assertMisuse(
        "--page 'report.pdf:three=Skip' is not of the form NAME:N=TEXT",
        iterate("--file", report.toString(), "--page", "report.pdf:three=Skip"));
  }

  @Test
  void invalidJson() {
    assertMisuse(
        "takes a JSON array such as [{\"filename\"",
        iterate("--file", report.toString(), "--file-instructions", "[{"));
  }

  @Test
  void jsonThatIsNoArray() {
    assertMisuse("array", iterate("--file", report.toString(), "--file-instructions", "{}"));
  }

  @Test
  void aMissingFileOfInstructions() {
    assertMisuse("nothing.json", iterate("--file-instructions", "@" + folder + "/nothing.json"));
  }

  @Test
  void instructionsInTwoForms() {
    assertMisuse(
        "leave out --instruct and --page",
        iterate(
            "--file",
            report.toString(),
            "--file-instructions",
            "[]",
            "--instruct",
            "report.pdf=A scan"));
  }

  @Test
  void noKey() {
    Program program = Program.on(simulator);
    program.environment.remove("DATALAB_API_KEY");
    assertMisuse(
        "No API key: set DATALAB_API_KEY, or name the file that holds it by --api-key-file.",
        program.run("iterate", "cp_12345", "--request", "Better"));
  }

  @Test
  void aKeyAmongTheArguments() {
    Outcome outcome = iterate("--api-key", "typed-secret-1");
    assertMisuse("The key is not taken as an argument", outcome);
    assertFalse(outcome.err().contains("typed-secret-1"), outcome.err());
  }

  @Test
  void aKeyAmongTheArgumentsInAnyForm() {
    for (String typed :
        new String[] {
          "--api-key=typed-secret-1", "--apikey=typed-secret-1", "--key=typed-secret-1"
        }) {
      Outcome outcome = iterate(typed);
      assertMisuse("The key is not taken as an argument", outcome);
      assertFalse(outcome.err().contains("typed-secret-1"), outcome.err());
    }
  }

  @Test
  void aKeyBeforeTheCommand() {
    Outcome outcome =
        Program.on(simulator).run("--api-key", "typed-secret-1", "status", "some-key");
    assertMisuse("The key is not taken as an argument", outcome);
    assertFalse(outcome.err().contains("typed-secret-1"), outcome.err());
  }

  @ParameterizedTest
  @CsvSource({
    "www.datalab.to",
    "ftp://www.datalab.to",
    "https://",
    "https://user:word@www.datalab.to",
    "https://www.datalab.to?x=1",
    "https://www.data lab.to",
    "http://www.datalab.to",
    "https://www.datalab.to:99999",
    "''"
  })
  void aMalformedBaseUrl(String url) {
    assertMisuse("base", iterate("--base-url", url));
  }

  @Test
  void whatThisProgramCannotAllowIsNotAdvised() {
    Outcome outcome = iterate("--base-url", "http://www.datalab.to");
    assertMisuse("unencrypted: use https.", outcome);
  }

  @Test
  void aMalformedBaseUrlInTheEnvironment() {
    assertMisuse("base URL", Program.on("nonsense").run("status", "some-key"));
  }

  @ParameterizedTest
  @CsvSource({
    "resume, dl4j1.AAAA",
    "status, dl4j1.AAAA",
    "resume, dl4j9.AAAA",
    "resume, dl4j1.",
    "status, 'dl4j1.not base64!'"
  })
  void aCorruptToken(String command, String token) {
    assertMisuse("token", Program.on(simulator).run(command, token));
  }

  @ParameterizedTest
  @CsvSource({"''", "'a/b'", "access", "creation-allowance", "'a b'", ".."})
  void aLookupKeyThatIsNone(String key) {
    assertMisuse("", Program.on(simulator).run("status", key));
    assertMisuse("", Program.on(simulator).run("resume", key));
  }

  @ParameterizedTest
  @CsvSource({"''", "'a b/c'", "."})
  void aProcessorIdThatIsNone(String id) {
    assertMisuse("", Program.on(simulator).run("iterate", id, "--request", "Better"));
  }

  @Test
  void aBlankRequest() {
    assertMisuse("request", Program.on(simulator).run("iterate", "cp_12345", "--request", " "));
  }

  @Test
  void noRequest() {
    assertMisuse("--request", Program.on(simulator).run("iterate", "cp_12345"));
  }

  @Test
  void anUnknownOption() {
    assertMisuse("Unknown option: '--fiel'. Did you mean --file", iterate("--fiel"));
  }

  @Test
  void anUnknownCommand() {
    assertMisuse("itterate", Program.on(simulator).run("itterate", "cp_12345"));
  }

  @ParameterizedTest
  @CsvSource({
    "--deadline, 30",
    "--deadline, 0s",
    "--poll, often",
    "--poll, fixed",
    "--poll, fixed:1"
  })
  void anUnreadableValue(String option, String value) {
    assertMisuse("Invalid value for option '" + option + "'", iterate(option, value));
  }

  @Test
  void aKeyButNoCommand() {
    assertMisuse("say iterate, resume or status", Program.on(simulator).run());
  }

  @Test
  void anAddressButNoCommand() {
    assertMisuse("--base-url needs a command", Program.bare().run("--base-url", simulator.url()));
  }

  @Test
  void withJsonItIsAnEventToo() {
    Outcome outcome = Program.on(simulator).run("iterate", "cp_12345", "--json");
    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.events().size());
    assertEquals("error", outcome.lastEvent().get("event"));
    assertEquals("usage", outcome.lastEvent().get("kind"));
    assertEquals("datalab: " + outcome.lastEvent().get("message"), outcome.errLines().get(0));
  }

  private Outcome iterate(String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "iterate";
    arguments[1] = "cp_12345";
    arguments[2] = "--request";
    arguments[3] = "Better";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Program.on(simulator).run(arguments);
  }

  private void assertMisuse(String part, Outcome outcome) {
    assertEquals(1, outcome.errLines().size(), outcome.err());
    assertTrue(outcome.err().startsWith("datalab: "), outcome.err());
    assertTrue(outcome.err().contains(part), outcome.err());
    assertEquals("", outcome.out());
    assertEquals(2, outcome.exitCode(), outcome.err());
    assertEquals(0, simulator.requests().size());
  }
}
