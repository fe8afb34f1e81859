package io.caravan.browser;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window, as a phone or as a desk has it. */
final class Browser implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Path PICTURES = Path.of("target/pages");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** The browser of this machine; empty if there is none. */
    static Optional<Browser> start() {
        var binary = onPath("chromium", "chromium-browser", "google-chrome");
        var driver = onPath("chromedriver");
        return binary.flatMap(found -> driver.map(with -> start(found, with)));
    }

    private static Browser start(File binary, File driver) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(binary);
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run");
        options.addArguments("--lang=en-US", "--hide-scrollbars", "--disable-background-networking");
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver)
                .usingAnyFreePort()
                .withEnvironment(Map.of("LANGUAGE", "en_US", "LC_ALL", "en_US.UTF-8"))
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** As wide as this, in CSS pixels. */
    Browser wide(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 760, "deviceScaleFactor", 2, "mobile", width < 600));
        return this;
    }

    Browser withScripts(boolean enabled) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
        return this;
    }

    Browser dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    void open(URI page) {
        driver.get(page.toString());
    }

    void back() {
        driver.navigate().back();
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    String title() {
        return driver.getTitle();
    }

    String text() {
        return text("body");
    }

    /** What can be read in the element of this CSS selector. */
    String text(String selector) {
        return find(selector).getText();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    void click(String selector) {
        find(selector).click();
    }

    void type(String selector, String text) {
        find(selector).sendKeys(text);
    }

    /** A day typed as the field for days of an American browser wants it. */
    void typeDay(String selector, String isoDay) {
        var parts = isoDay.split("-");
        find(selector).sendKeys(parts[1] + parts[2] + parts[0]);
    }

    void press(Keys... keys) {
        for (var key : keys) {
            driver.switchTo().activeElement().sendKeys(key);
        }
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Waits until the page says this somewhere. While another page comes, what is asked of the old one fails. */
    void awaitText(String text) {
        await("page that says " + text)
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> text().contains(text));
    }

    void awaitAddress(String part) {
        await("address with " + part).atMost(SOON).until(() -> driver.getCurrentUrl()
                .contains(part));
    }

    /** How far the page is wider than its window; scripts must be enabled. */
    long overflow() {
        return ((Number) driver.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    /** What the console has to complain of since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    /** The whole page, for people: target/pages/{name}.png. */
    void picture(String name) {
        var size = (Map<?, ?>)
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        var clip = Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
        var shot =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        try {
            Files.createDirectories(PICTURES);
            Files.write(
                    PICTURES.resolve(name + ".png"),
                    OutputType.BYTES.convertFromBase64Png(shot.get("data").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
