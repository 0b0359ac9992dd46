package dev.akin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {
  @Test
  void theSwitchesOfThePersonAreKept() throws Exception {
    List<String> command = command("-Xmx8g", "-Dhttp.proxyHost=proxy", "-XX:+UseSerialGC");

    assertThat(command.subList(0, command.indexOf("-cp")))
        .containsSubsequence("-Xmx8g", "-Dhttp.proxyHost=proxy", "-XX:+UseSerialGC");
  }

  @Test
  void theSwitchesOfThePersonWinOverItsOwn() throws Exception {
    String own = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";
    String other = "-Djava.util.logging.manager=java.util.logging.LogManager";

    assertThat(command(other)).containsSubsequence(own, other);
  }

  @Test
  void theArgumentsFollowTheProgram() throws Exception {
    assertThat(command("-Xmx8g"))
        .endsWith("dev.akin.local.command.Akin", "evaluate", "--train", "a file.csv")
        .contains("--add-modules=jdk.incubator.vector");
  }

  @Test
  void aDebuggersPortIsNotOpenedTwice() throws Exception {
    assertThat(command("-agentlib:jdwp=transport=dt_socket,server=y,address=5005", "-ea"))
        .contains("-ea")
        .noneMatch(one -> one.contains("jdwp"));
  }

  private static List<String> command(String... given) throws Exception {
    return Launcher.command(List.of(given), new String[] {"evaluate", "--train", "a file.csv"});
  }
}
