package io.github.datalab4j.quickstart;

import io.github.datalab4j.Document;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends feedback and documents, and watches the new version being made. */
@Command(
    name = "iterate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = {
      "datalab iterate PROCESSOR_ID --request TEXT [--file PATH]...",
      "         [--instruct NAME=TEXT]... [--page NAME:N=TEXT]... [OPTIONS]"
    },
    sortOptions = false,
    description = "Sends feedback and example documents for a processor, and watches the job.",
    footerHeading = "%nExample:%n",
    footer = {
      "  datalab iterate cp_12345 --request \"Keep footnotes with their tables\" \\",
      "    --file report.pdf --instruct \"report.pdf=A scan\" \\",
      "    --page \"report.pdf:3=Skip the stamp\""
    })
final class IterateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PROCESSOR_ID", description = "The processor's id: cp_...")
  String processorId = "";

  @Option(
      names = "--request",
      order = 1,
      paramLabel = "TEXT",
      required = true,
      description = "What the new version should do better.")
  String request = "";

  @Option(
      names = "--file",
      order = 2,
      paramLabel = "PATH",
      converter = FileArgument.class,
      description = "An example document: pdf, image, office file. Repeatable.")
  List<Path> files = new ArrayList<>();

  @Mixin InstructionOptions instructions = new InstructionOptions();
  @Mixin WatchOptions watch = new WatchOptions();

  private final Console console;
  private final DatalabCommand datalab;

  IterateCommand(Console console, DatalabCommand datalab) {
    this.console = console;
    this.datalab = datalab;
  }

  @Override
  public Integer call() {
    Iteration iteration = Usage.check(this::iteration);
    PollPolicy policy = watch.or(datalab.watch).policy();
    try (Connection connection = Connection.open(console, datalab.common, policy)) {
      GenerationJob job =
          Usage.check(() -> connection.processors().iterate(processorId, iteration));
      return JobWatch.submit(console, connection, job);
    }
  }

  private Iteration iteration() {
    Iteration.Builder iteration = Iteration.builder(request);
    List<Document> documents = Documents.of(files);
    String json = instructions.json();
    if (json != null) {
      documents.forEach(iteration::file);
      return withJson(iteration, json);
    }
    Map<String, FileInstructions> byName =
        Instructions.parse(
            documents.stream().map(Document::name).toList(),
            instructions.instruct,
            instructions.page);
    documents.forEach(iteration::file);
    byName.forEach(iteration::instructions);
    return iteration.build();
  }

  private static Iteration withJson(Iteration.Builder iteration, String json) {
    try {
      return iteration.fileInstructionsJson(json).build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--file-instructions takes a JSON array such as [{\"filename\": \"report.pdf\","
              + " \"general_instructions\": \"A scan\"}], or @ and the name of a file with one: "
              + e.getMessage());
    }
  }
}
