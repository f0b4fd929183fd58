package io.github.datalab4j.quickstart;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Shows {@code --instruct NAME=TEXT}: {@code --instruct=NAME=TEXT} would be hard to read. */
final class SpacedHelp extends Help {
  SpacedHelp(CommandSpec command, ColorScheme colors) {
    super(command, colors);
  }

  @Override
  public IParamLabelRenderer parameterLabelRenderer() {
    ColorScheme colors = colorScheme();
    return new IParamLabelRenderer() {
      @Override
      public String separator() {
        return " ";
      }

      @Override
      public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
        if (argument.isOption() && argument.arity().max() == 0) {
          return colors.text("");
        }
        Text label = colors.apply(argument.paramLabel(), styles);
        return argument.isOption() ? colors.text(" ").concat(label) : label;
      }
    };
  }
}
