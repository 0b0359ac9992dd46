package dev.akin.rank.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.math.RandomCases;
import dev.akin.math.SeededRandom;
import dev.akin.rank.page.CursorCodec.Expected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CursorTest {
  private static final long STARTED = 1_800_000_000_000L;
  private static final String RELEASE = "20261125T073000Z-0a1b2c3d";

  /// One mark after the count of marks.
  private static final int MARK_BYTES = 4 + 8;

  /// The count of numbers, the count of bytes, three steps, and the marks.
  private static final int LAST_BYTES = 4 + 4 + 3 + MARK_BYTES;

  private static final CursorCodec CODEC = new CursorCodec(bytes -> sealed("ours", bytes));

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void isReadAsItWasWritten(RandomCases.Case given) {
    SeededRandom random = given.random();
    int[] numbers =
        IntStream.generate(() -> random.nextInt(1 << (1 + random.nextInt(30))))
            .limit(given.size() * 25L)
            .sorted()
            .distinct()
            .toArray();
    long[] marks = marks(random, given.size() * 15);
    Cursor cursor =
        new Cursor(
            random.nextInt(2) == 0 ? RELEASE : "",
            random.nextLong(),
            1 + given.size(),
            random.nextLong(),
            STARTED,
            new Shown(numbers, marks));

    Expected expected = new Expected(cursor.release(), cursor.request(), STARTED, 1);
    assertThat(CODEC.read(CODEC.write(cursor), expected))
        .isEqualTo(new CursorReading.Valid(cursor));
  }

  @Test
  void theLargestCursorFitsIntoTheBound() {
    int numbered = Shown.MOST - Shown.MOST_MARKS;
    int[] widest = IntStream.rangeClosed(1, numbered).map(i -> i * 3_500_000).toArray();
    long[] marks = marks(new SeededRandom(3), Shown.MOST_MARKS);
    String release = "r".repeat(Cursor.LONGEST_RELEASE);
    Cursor cursor = new Cursor(release, 1, Cursor.LAST_PAGE, 1, STARTED, new Shown(widest, marks));

    String text = CODEC.write(cursor);

    assertThat(text.length()).isLessThan(CursorCodec.LONGEST_TEXT);
    assertThat(CODEC.read(text, new Expected(release, 1, STARTED, 1)))
        .isEqualTo(new CursorReading.Valid(cursor));
  }

  @Test
  void aThousandOfAMillionItemsStayAParameter() {
    SeededRandom random = new SeededRandom(5);
    int[] shown =
        IntStream.generate(() -> random.nextInt(1_000_000))
            .distinct()
            .limit(Shown.MOST)
            .sorted()
            .toArray();

    assertThat(CODEC.write(new Cursor(RELEASE, 1, 99, 1, STARTED, Shown.numbered(shown))).length())
        .isLessThan(2_900);
  }

  @Test
  void noDamagedTextIsRead() {
    String text = CODEC.write(cursor());
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      String damaged = text.substring(0, i) + other + text.substring(i + 1);
      CursorReading reading = CODEC.read(damaged, expected());
      boolean paddingBits = reading.equals(new CursorReading.Valid(cursor()));
      assertThat(paddingBits || reading instanceof CursorReading.Forged).as(damaged).isTrue();
      assertThat(CODEC.read(text.substring(0, i), expected()))
          .isInstanceOf(CursorReading.Forged.class);
    }
  }

  @Test
  void aCursorOfAnotherShopIsForged() {
    String foreign = new CursorCodec(bytes -> sealed("theirs", bytes)).write(cursor());

    assertThat(CODEC.read(foreign, expected())).isInstanceOf(CursorReading.Forged.class);
  }

  @Test
  void whatIsNoCursorIsForged() {
    for (String text :
        List.of("", ".", "..", "a.b", "\u00e4.\u00f6", "x".repeat(9000) + ".y", "=.=", "AAAA")) {
      assertThat(CODEC.read(text, expected())).as(text).isInstanceOf(CursorReading.Forged.class);
    }
  }

  @Test
  void sealedBytesThatAreNoCursorAreForged() {
    byte[] payload = payload();
    byte[] tooMany = Arrays.copyOf(payload, payload.length + 1);
    byte[] hugeCount = payload.clone();
    int count = payload.length - LAST_BYTES;
    Arrays.fill(hugeCount, count, count + 4, (byte) 0x7f);
    byte[] openStep = payload.clone();
    openStep[payload.length - MARK_BYTES - 1] = (byte) 0x80;
    byte[] manyMarks = payload.clone();
    manyMarks[payload.length - MARK_BYTES] = (byte) 0x7f;
    byte[] otherKind = payload.clone();
    otherKind[0] = 'X';

    assertThat(CODEC.read(withSeal(payload), expected())).isInstanceOf(CursorReading.Valid.class);
    for (byte[] wrong :
        List.of(
            new byte[0],
            "1|release|factors|0".getBytes(StandardCharsets.UTF_8),
            tooMany,
            hugeCount,
            openStep,
            manyMarks,
            otherKind)) {
      assertThat(CODEC.read(withSeal(wrong), expected())).isInstanceOf(CursorReading.Forged.class);
    }
  }

  @Test
  void aWalkEnds() {
    String text = CODEC.write(cursor());
    Expected atTheEnd = new Expected(RELEASE, 42, STARTED + 1000, 1000);
    Expected late = new Expected(RELEASE, 42, STARTED + 1001, 1000);
    Expected newRelease = new Expected("other", 42, STARTED, 1000);

    assertThat(CODEC.read(text, atTheEnd)).isInstanceOf(CursorReading.Valid.class);
    assertThat(CODEC.read(text, late)).isInstanceOf(CursorReading.Expired.class);
    assertThat(CODEC.read(text, newRelease)).isInstanceOf(CursorReading.Expired.class);
  }

  @Test
  void aCursorOfAnotherRequestIsSaidToBe() {
    assertThat(CODEC.read(CODEC.write(cursor()), new Expected(RELEASE, 43, STARTED, 1000)))
        .isInstanceOf(CursorReading.OtherRequest.class);
  }

  @Test
  void whatIsMarkedIsKnownAgain() {
    Shown shown = new Shown(new int[0], new long[] {Long.MIN_VALUE, -3, 5, Long.MAX_VALUE});

    assertThat(shown.size()).isEqualTo(4);
    for (long mark : shown.marks()) {
      assertThat(shown.marked(mark)).isTrue();
    }
    assertThat(shown.marked(4)).isFalse();
  }

  @Test
  void boundsAreKept() {
    int[] tooMany = IntStream.rangeClosed(0, Shown.MOST).toArray();
    long[] tooManyMarks = LongStream.rangeClosed(0, Shown.MOST_MARKS).toArray();
    Shown none = Shown.numbered();
    assertThat(Shown.fits(Shown.MOST, 0)).isTrue();
    assertThat(Shown.fits(Shown.MOST, 1)).isFalse();
    assertThat(Shown.fits(0, Shown.MOST_MARKS)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> Shown.numbered(tooMany));
    assertThatIllegalArgumentException().isThrownBy(() -> Shown.numbered(4, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> Shown.numbered(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Shown(new int[0], tooManyMarks));
    assertThatIllegalArgumentException().isThrownBy(() -> new Shown(new int[0], new long[] {4, 4}));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cursor("r", 1, 0, 1, STARTED, none));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cursor("r".repeat(129), 1, 1, 1, STARTED, none));
  }

  @Test
  void fingerprintsTellPartsApart() {
    assertThat(Fingerprint.of(List.of("ab", "c")))
        .isEqualTo(Fingerprint.of(List.of("ab", "c")))
        .isNotEqualTo(Fingerprint.of(List.of("a", "bc")))
        .isNotEqualTo(Fingerprint.of(List.of("c", "ab")))
        .isNotEqualTo(Fingerprint.of(List.of("ab", "c", "")));
  }

  private static Cursor cursor() {
    return new Cursor(RELEASE, 42, 2, -7, STARTED, Shown.numbered(3, 9, 70_000));
  }

  private static Expected expected() {
    return new Expected(RELEASE, 42, STARTED + 5, 1000);
  }

  private static byte[] payload() {
    Shown shown = new Shown(new int[] {0, 1, 3}, new long[] {8});
    String text = CODEC.write(new Cursor(RELEASE, 42, 3, -7, STARTED, shown));
    return Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.')));
  }

  private static long[] marks(SeededRandom random, int count) {
    return LongStream.generate(random::nextLong).limit(count).sorted().distinct().toArray();
  }

  private static String withSeal(byte[] payload) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(payload) + "." + base64.encodeToString(sealed("ours", payload));
  }

  private static byte[] sealed(String key, byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest.digest(bytes), 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
