package io.github.datalab4j.android;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import androidx.work.testing.WorkManagerTestInitHelper;
import java.io.File;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The application as it is shipped. */
@RunWith(RobolectricTestRunner.class)
@Config(application = SampleApplication.class)
public class FirstStartTest {
  @Before
  public void startWorkManager() {
    WorkManagerTestInitHelper.initializeTestWorkManager(RuntimeEnvironment.getApplication());
  }

  @Test
  public void theFirstStartAsksForTheKeyAndTheNextOnesDoNot() {
    Screen first = new Screen();
    first.until("Enter your API key");
    assertFalse(first.activity().choose.isEnabled());

    first.activity().key.setText("a-key");
    first.activity().useKey.performClick();
    first.until("Choose a document");
    assertTrue(first.activity().choose.isEnabled());
    first.close();

    Screen next = new Screen();
    next.until("Choose a document");
    next.close();
  }

  @Test
  public void aKeyThatCannotBeOneIsRefusedOnTheScreen() {
    Screen screen = new Screen();
    screen.until("Enter your API key");

    screen.activity().useKey.performClick();

    screen.until("No API key");
    screen.close();
  }

  @Test
  public void theClientIsMadeWithTheKeyThatWasEntered() throws Exception {
    SampleApplication application = (SampleApplication) RuntimeEnvironment.getApplication();
    assertFalse(application.hasKey());

    application.useKey("a-key");

    assertTrue(application.hasKey());
    application.datalab().close();
  }

  @Test
  public void theManifestNamesTheClassesAndAsksForTheInternet() throws Exception {
    File file = new File("src/main/AndroidManifest.xml");
    Document manifest = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);

    assertEquals("android.permission.INTERNET", name(manifest, "uses-permission"));
    assertEquals(SampleApplication.class.getName(), name(manifest, "application"));
    assertEquals(IterationActivity.class.getName(), name(manifest, "activity"));
  }

  private static String name(Document manifest, String element) {
    NodeList found = manifest.getElementsByTagName(element);
    assertEquals(element, 1, found.getLength());
    return found.item(0).getAttributes().getNamedItem("android:name").getNodeValue();
  }
}
