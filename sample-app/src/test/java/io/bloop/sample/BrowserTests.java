package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bloop.engine.BloopTemplate;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uses the page as a person does; skips itself where no Chromium and ChromeDriver are installed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "golinks.import.on-start=false")
@Tag("once")
class BrowserTests {

    @Autowired
    private BloopTemplate<Link> links;

    @LocalServerPort
    private int port;

    @TempDir
    private Path profile;

    private WebDriver browser;
    private WebDriverWait wait;

    @BeforeEach
    void openBrowser() {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> driver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && driver.isPresent(), "Chromium and ChromeDriver are installed");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .usingAnyFreePort()
                .build();
        browser = new ChromeDriver(service, options);
        wait = new WebDriverWait(browser, Duration.ofSeconds(30));
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toFile);
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    /** Opens another window of a size, which is the current one from then on. */
    private void openWindow(int width, int height) {
        browser.switchTo().newWindow(WindowType.WINDOW);
        browser.manage().window().setSize(new Dimension(width, height));
    }

    private void open(String query) {
        browser.get("http://localhost:" + port + "/" + query);
        wait.until(page -> "false".equals(page.findElement(By.id("links")).getAttribute("aria-busy")));
    }

    private void create(String slug, String target, String owner) {
        fill("slug", slug);
        fill("target", target);
        fill("owner", owner);
        browser.findElement(By.id("create")).submit();
    }

    private void fill(String id, String text) {
        browser.findElement(By.id(id)).clear();
        browser.findElement(By.id(id)).sendKeys(text);
    }

    private By row(String slug) {
        return By.cssSelector("tr[data-slug='" + slug + "']");
    }

    /** Reads the number in one step, since its cell may be replaced at any time. */
    private String clicks(String slug) {
        Object text = ((JavascriptExecutor) browser)
                .executeScript(
                        "return document.querySelector(arguments[0])?.innerText ?? ''",
                        "tr[data-slug='" + slug + "'] .clicks");
        return String.valueOf(text);
    }

    @Test
    void aPersonCreatesALinkFollowsItAndSeesTheCount() {
        open("?owner=browser");
        create("b-self", "http://localhost:" + port + "/app.css", "browser");
        wait.until(page -> !page.findElements(row("b-self")).isEmpty());
        assertThat(clicks("b-self")).isEqualTo("0");

        browser.get("http://localhost:" + port + "/go/b-self");

        assertThat(browser.getCurrentUrl()).endsWith("/app.css");
        open("?owner=browser");
        wait.until(page -> clicks("b-self").equals("1"));
        assertThat(links.find("b-self").orElseThrow().clicks).isEqualTo(1);
    }

    @Test
    void aTakenSlugIsToldBesideItsField() {
        Link taken = new Link();
        taken.slug = "b-taken";
        taken.target = URI.create("https://example.org/");
        taken.owner = "somebody";
        links.insert(taken);
        open("?owner=nobody");

        create("b-taken", "https://example.org/other", "nobody");

        wait.until(page -> !page.findElement(By.id("slug-error")).getText().isEmpty());
        assertThat(browser.findElement(By.id("slug-error")).getText()).isEqualTo("This slug is taken; choose another.");
    }

    @Test
    void anErrorVanishesWhenItsFieldIsChanged() {
        open("?owner=nobody");
        create("b a d", "nowhere", "nobody");
        wait.until(page -> !page.findElement(By.id("slug-error")).getText().isEmpty());
        assertThat(browser.findElement(By.id("target-error")).getText()).isNotEmpty();

        browser.findElement(By.id("slug")).sendKeys("x");

        assertThat(browser.findElement(By.id("slug-error")).getText()).isEmpty();
        assertThat(browser.findElement(By.id("slug")).getAttribute("aria-invalid"))
                .isEqualTo("false");
        assertThat(browser.findElement(By.id("target-error")).getText()).isNotEmpty();
    }

    @Test
    void thePageDescribesTheApi() {
        open("?owner=nobody");
        assertThat(browser.findElement(By.cssSelector("#api table")).isDisplayed())
                .isFalse();

        browser.findElement(By.cssSelector("#api summary")).click();

        assertThat(browser.findElement(By.id("api")).getText())
                .contains("POST /api/links", "GET /api/links/{slug}", "DELETE /api/links/{slug}", "GET /go/{slug}");
    }

    @Test
    void aPersonPagesThroughTheLinksAndBack() {
        for (int i = 0; i < 25; i++) {
            Link link = new Link();
            link.slug = "b-page-" + i;
            link.target = URI.create("https://example.org/" + i);
            link.owner = "pager";
            link.createdOn = link.createdOn.plusSeconds(i);
            links.insert(link);
        }
        open("?owner=pager");
        assertThat(browser.findElements(row("b-page-24"))).hasSize(1);

        browser.findElement(By.id("next")).click();
        wait.until(page -> !page.findElements(row("b-page-0")).isEmpty());
        assertThat(browser.findElements(row("b-page-24"))).isEmpty();

        browser.findElement(By.id("back")).click();
        wait.until(page -> !page.findElements(row("b-page-24")).isEmpty());
        assertThat(browser.findElements(row("b-page-0"))).isEmpty();
    }

    @Test
    void whatHappensInOneWindowIsSeenInTheOther() {
        String wide = browser.getWindowHandle();
        browser.manage().window().setSize(new Dimension(1440, 900));
        open("?owner=live");
        awaitLive();
        browser.findElement(By.id("title")).sendKeys("not reloaded");
        openWindow(500, 844);
        String narrow = browser.getWindowHandle();
        open("?owner=live");
        awaitLive();

        create("b-live", "http://localhost:" + port + "/app.css", "live");
        browser.switchTo().window(wide);
        wait.until(page -> !page.findElements(row("b-live")).isEmpty());
        assertThat(clicks("b-live")).isEqualTo("0");

        browser.findElement(row("b-live")).findElement(By.className("slug")).click();
        for (String window : List.of(wide, narrow)) {
            browser.switchTo().window(window);
            wait.until(page -> clicks("b-live").equals("1"));
            wait.until(page -> page.findElement(By.id("top")).getText().contains("b-live"));
        }

        links.delete(links.find("b-live").orElseThrow());
        for (String window : List.of(wide, narrow)) {
            browser.switchTo().window(window);
            wait.until(page -> page.findElements(row("b-live")).isEmpty());
            wait.until(page -> !page.findElement(By.id("top")).getText().contains("b-live"));
        }
        browser.switchTo().window(wide);
        assertThat(browser.findElement(By.id("title")).getAttribute("value")).isEqualTo("not reloaded");
    }

    private void awaitLive() {
        wait.until(page -> page.findElement(By.id("live")).isDisplayed());
    }
}
