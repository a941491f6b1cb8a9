package io.bloop.benchmarks.move;

import io.bloop.benchmarks.move.Forms.Level;
import io.bloop.benchmarks.move.Forms.Part;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** An item with a value of each type. */
final class FormsSample {

    /** The members in the order of the page, by the names of their attributes. */
    static final Map<String, Function<Forms, Object>> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("text", Forms::getText);
        MEMBERS.put("letter", Forms::getLetter);
        MEMBERS.put("bool", Forms::isBool);
        MEMBERS.put("flag", Forms::getFlag);
        MEMBERS.put("whole", Forms::getWhole);
        MEMBERS.put("wide", Forms::getWide);
        MEMBERS.put("decimal", Forms::getDecimal);
        MEMBERS.put("fraction", Forms::getFraction);
        MEMBERS.put("uuid", Forms::getUuid);
        MEMBERS.put("uri", Forms::getUri);
        MEMBERS.put("locale", Forms::getLocale);
        MEMBERS.put("zone", Forms::getZone);
        MEMBERS.put("instant", Forms::getInstant);
        MEMBERS.put("offset", Forms::getOffset);
        MEMBERS.put("zoned", Forms::getZoned);
        MEMBERS.put("date", Forms::getDate);
        MEMBERS.put("time", Forms::getTime);
        MEMBERS.put("dateTime", Forms::getDateTime);
        MEMBERS.put("period", Forms::getPeriod);
        MEMBERS.put("duration", Forms::getDuration);
        MEMBERS.put("level", Forms::getLevel);
        MEMBERS.put("bytes", forms -> Arrays.toString(forms.getBytes()));
        MEMBERS.put("texts", Forms::getTexts);
        MEMBERS.put("numbers", Forms::getNumbers);
        MEMBERS.put("list", Forms::getList);
        MEMBERS.put("map", Forms::getMap);
        MEMBERS.put("part", forms -> forms.getPart().getName() + forms.getPart().getNote());
    }

    private FormsSample() {}

    static Forms of(String id) {
        ZonedDateTime moment = ZonedDateTime.of(2026, 11, 1, 9, 0, 5, 250_000_000, ZoneId.of("Europe/Paris"));
        Forms forms = new Forms();
        forms.setId(id);
        forms.setText("a");
        forms.setLetter('c');
        forms.setBool(true);
        forms.setFlag(false);
        forms.setWhole(1);
        forms.setWide(2L);
        forms.setDecimal(new BigDecimal("1.5"));
        forms.setFraction(1.5);
        forms.setUuid(UUID.fromString("0000000a-0000-0000-0000-000000000000"));
        forms.setUri(URI.create("https://example.com"));
        forms.setLocale(Locale.GERMANY);
        forms.setZone(ZoneId.of("Europe/Paris"));
        forms.setInstant(moment.toInstant());
        forms.setOffset(moment.toOffsetDateTime());
        forms.setZoned(moment);
        forms.setDate(LocalDate.of(2026, 11, 1));
        forms.setTime(LocalTime.of(9, 0));
        forms.setDateTime(LocalDateTime.of(2026, 11, 1, 9, 0));
        forms.setPeriod(Period.ofDays(3));
        forms.setDuration(Duration.ofMillis(1500));
        forms.setLevel(Level.GOLD);
        forms.setBytes(new byte[] {1, 2});
        forms.setTexts(Set.of("a", "b"));
        forms.setNumbers(Set.of(1, 2));
        forms.setList(Arrays.asList("a", null));
        forms.setMap(Map.of("a", 1));
        Part part = new Part();
        part.setName("p");
        forms.setPart(part);
        return forms;
    }
}
