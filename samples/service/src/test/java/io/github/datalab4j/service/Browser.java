package io.github.datalab4j.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;

/** Headless Chromium with the page open, driven by Debian's chromium-driver. */
final class Browser implements AutoCloseable {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver chromium;

  private Browser(ChromeDriver chromium) {
    this.chromium = chromium;
  }

  /** Starts one, or skips the test where there is none. */
  static Browser start(Path profile) {
    assumeTrue(
        CHROMIUM.canExecute() && DRIVER.canExecute(),
        "There is no Chromium: apt-get install chromium chromium-driver.");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1180,900",
        "--user-data-dir=" + profile);
    return new Browser(
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .build(),
            options));
  }

  void open(URI page) {
    chromium.get(page.toString());
  }

  /** Goes away, and forgets what was logged. */
  void leave() {
    chromium.get("about:blank");
    String unused = errors();
  }

  void reload() {
    chromium.navigate().refresh();
  }

  /** Fills in the form and sends it. */
  void send(String processorId, String request, Path file) {
    type("processor", processorId);
    type("request", request);
    chromium.findElement(By.id("file")).sendKeys(file.toString());
    press();
  }

  void press() {
    chromium.findElement(By.id("send")).click();
  }

  /** Lets uploads crawl, so that their progress can be seen. */
  void slowUploads(int bytesPerSecond) {
    ChromiumNetworkConditions slow = new ChromiumNetworkConditions();
    slow.setUploadThroughput(bytesPerSecond);
    slow.setDownloadThroughput(-1);
    slow.setLatency(Duration.ZERO);
    chromium.setNetworkConditions(slow);
  }

  void awaitState(String state) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> chromium.findElement(By.id("job")).getDomAttribute("data-state").equals(state));
  }

  void awaitText(String id, String text) {
    await().atMost(Duration.ofMinutes(1)).until(() -> text(id).contains(text));
  }

  String text(String id) {
    return chromium.findElement(By.id(id)).getText();
  }

  /** What the page has logged: errors of its script and of its policy. */
  String errors() {
    return chromium.manage().logs().get("browser").getAll().toString();
  }

  /** For people: kept in the folder {@code target/screenshots}. */
  void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), chromium.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    chromium.quit();
  }

  private void type(String id, String text) {
    chromium.findElement(By.id(id)).clear();
    chromium.findElement(By.id(id)).sendKeys(text);
  }
}
