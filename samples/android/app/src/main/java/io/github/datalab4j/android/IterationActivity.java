package io.github.datalab4j.android;

import android.net.Uri;
import android.os.Bundle;
import android.text.InputType;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.ProgressBar;
import android.widget.TextView;
import androidx.activity.ComponentActivity;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.lifecycle.ViewModelProvider;
import androidx.lifecycle.ViewModelProvider.AndroidViewModelFactory;
import io.reactivex.rxjava3.disposables.Disposable;
import org.jspecify.annotations.Nullable;

/** The screen: the API key, feedback, a document to choose, progress, and a button to cancel. */
public final class IterationActivity extends ComponentActivity {
  private static final String PROCESSOR = "cp_12345";

  private final ActivityResultLauncher<String[]> picker =
      registerForActivityResult(new ActivityResultContracts.OpenDocument(), this::chosen);
  private IterationViewModel model;
  private Disposable showing = Disposable.disposed();
  EditText key;
  Button useKey;
  EditText feedback;
  Button choose;
  Button cancel;
  ProgressBar progress;
  TextView status;

  @Override
  protected void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    key = new EditText(this); // without an id: the saved state is no place for a secret
    key.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD);
    useKey = button("Use this API key", () -> model.useKey(key.getText().toString()));
    feedback = new EditText(this);
    feedback.setId(android.R.id.edit); // views with an id keep their text
    choose = button("Send a document", () -> picker.launch(new String[] {"*/*"}));
    cancel = button("Cancel", () -> model.cancel());
    progress = new ProgressBar(this, null, android.R.attr.progressBarStyleHorizontal);
    status = new TextView(this);
    LinearLayout screen = new LinearLayout(this);
    screen.setOrientation(LinearLayout.VERTICAL);
    screen.addView(key);
    screen.addView(useKey);
    screen.addView(feedback);
    screen.addView(choose);
    screen.addView(cancel);
    screen.addView(progress);
    screen.addView(status);
    setContentView(screen);
    // The default factory has the first application of the process, which tests replace.
    model =
        new ViewModelProvider(this, new AndroidViewModelFactory(getApplication()))
            .get(IterationViewModel.class);
  }

  @Override
  protected void onStart() {
    super.onStart();
    showing = model.states().subscribe(this::show);
    model.onStart();
  }

  @Override
  protected void onStop() {
    model.onStop();
    showing.dispose();
    super.onStop();
  }

  private void chosen(@Nullable Uri document) {
    if (document != null) {
      model.send(PROCESSOR, feedback.getText().toString(), document);
    }
  }

  private void show(ScreenState state) {
    status.setText(state.text);
    progress.setIndeterminate(state.isBusy() && state.percent == 0);
    progress.setProgress(state.percent);
    useKey.setEnabled(!state.isBusy());
    choose.setEnabled(state.maySend());
    cancel.setEnabled(state.isBusy());
  }

  private Button button(String text, Runnable action) {
    Button button = new Button(this);
    button.setText(text);
    button.setOnClickListener(view -> action.run());
    return button;
  }
}
