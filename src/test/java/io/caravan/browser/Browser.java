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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.By;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window, as a phone or as a desk has it. */
final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/pages");
    private static final Path DOCUMENTS = Path.of("docs/pictures");

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

    /** The element, once it is there: the page may still be on its way. */
    WebElement find(String selector) {
        return await("element " + selector)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> driver.findElement(By.cssSelector(selector)), Objects::nonNull);
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    void click(String selector) {
        onceItCan(selector, WebElement::click);
    }

    /** Clicks on what leads to another page, and waits until the old one is gone: the new one may look the same. */
    void clickAway(String selector) {
        var old = find("html");
        click(selector);
        await("another page after " + selector).until(() -> isGone(old));
    }

    private static boolean isGone(WebElement element) {
        try {
            element.getTagName();
            return false;
        } catch (WebDriverException e) {
            return true;
        }
    }

    void type(String selector, String text) {
        onceItCan(selector, element -> element.sendKeys(text));
    }

    /** Scripts may be about to make the element, to replace it or to uncover it. */
    private void onceItCan(String selector, Consumer<WebElement> act) {
        await("use of " + selector)
                .ignoreExceptionsMatching(e -> e instanceof NotFoundException
                        || e instanceof StaleElementReferenceException
                        || e instanceof InvalidElementStateException)
                .until(() -> {
                    act.accept(driver.findElement(By.cssSelector(selector)));
                    return true;
                });
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

    /** Waits until the element of this CSS selector says this. */
    void awaitText(String selector, String text) {
        await(selector + " that says " + text)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> text(selector), said -> said.contains(text));
    }

    /** Waits until the page says this somewhere. While another page comes, what is asked of the old one fails. */
    void awaitText(String text) {
        await("page that says " + text)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(this::text, said -> said.contains(text));
    }

    /** Whether the page comes to say this in time. */
    boolean says(String text, Duration within) {
        try {
            await().atMost(within)
                    .ignoreExceptionsInstanceOf(WebDriverException.class)
                    .until(this::text, said -> said.contains(text));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    void awaitAddress(String part) {
        await("address with " + part).until(() -> driver.getCurrentUrl().contains(part));
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

    /** The same in docs/pictures, half as large, if documents are to be written. */
    void pictureForDocuments(String name) {
        if (Boolean.getBoolean("caravan.write")) {
            write(DOCUMENTS, name, 0.5);
        }
    }

    /** The whole page, for people: target/pages/{name}.png. */
    void picture(String name) {
        write(PICTURES, name, 1);
    }

    private void write(Path folder, String name, double scale) {
        var size = (Map<?, ?>)
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        var clip = Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", scale);
        var shot =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(name + ".png"),
                    OutputType.BYTES.convertFromBase64Png(shot.get("data").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be seen of the element, as PNG, once it is all there. */
    byte[] pictureOf(String selector) {
        var element = find(selector);
        await("picture " + selector).until(() -> Integer.parseInt(element.getDomProperty("naturalWidth")) > 0);
        return element.getScreenshotAs(OutputType.BYTES);
    }

    /** Its tab is gone, as if its owner had closed it; there is a new one. */
    void closeTab() {
        var old = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        var fresh = driver.getWindowHandle();
        driver.switchTo().window(old).close();
        driver.switchTo().window(fresh);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
