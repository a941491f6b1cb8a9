package io.bloop.benchmarks.move;

import io.bloop.annotation.Document;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.StoredWith;
import io.bloop.annotation.Table;
import io.bloop.model.BaseModel;
import io.bloop.type.CompatibleTypes;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** A column of each type that both libraries store, with the types that make the stored forms equal. */
@Model
@Table(name = "forms")
@DynamoDbBean
@SuppressWarnings("NullAway.Init") // made empty and filled afterwards
public class Forms extends BaseModel {

    @HashKey
    private String id;

    private @Nullable String text;
    private @Nullable Character letter;
    private boolean bool;

    @StoredWith(holder = CompatibleTypes.class, constant = "ENHANCED_BOOLEAN")
    private @Nullable Boolean flag;

    private @Nullable Integer whole;
    private @Nullable Long wide;
    private @Nullable BigDecimal decimal;
    private @Nullable Double fraction;
    private @Nullable UUID uuid;
    private @Nullable URI uri;
    private @Nullable Locale locale;
    private @Nullable ZoneId zone;

    @StoredWith(holder = CompatibleTypes.class, constant = "ENHANCED_INSTANT")
    private @Nullable Instant instant;

    @StoredWith(holder = CompatibleTypes.class, constant = "ENHANCED_OFFSET_DATE_TIME")
    private @Nullable OffsetDateTime offset;

    @StoredWith(holder = CompatibleTypes.class, constant = "ENHANCED_ZONED_DATE_TIME")
    private @Nullable ZonedDateTime zoned;

    private @Nullable LocalDate date;
    private @Nullable LocalTime time;
    private @Nullable LocalDateTime dateTime;
    private @Nullable Period period;

    @StoredWith(holder = Types.class, constant = "DURATION_SECONDS")
    private @Nullable Duration duration;

    private @Nullable Level level;
    private byte @Nullable [] bytes;
    private @Nullable Set<String> texts;
    private @Nullable Set<Integer> numbers;
    private @Nullable List<String> list;
    private @Nullable Map<String, Integer> map;
    private @Nullable Part part;

    /** Creates an empty item. */
    public Forms() {}

    /** Returns the hash key. */
    @DynamoDbPartitionKey
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable Character getLetter() {
        return letter;
    }

    public void setLetter(@Nullable Character letter) {
        this.letter = letter;
    }

    public boolean isBool() {
        return bool;
    }

    public void setBool(boolean bool) {
        this.bool = bool;
    }

    public @Nullable Boolean getFlag() {
        return flag;
    }

    public void setFlag(@Nullable Boolean flag) {
        this.flag = flag;
    }

    public @Nullable Integer getWhole() {
        return whole;
    }

    public void setWhole(@Nullable Integer whole) {
        this.whole = whole;
    }

    public @Nullable Long getWide() {
        return wide;
    }

    public void setWide(@Nullable Long wide) {
        this.wide = wide;
    }

    public @Nullable BigDecimal getDecimal() {
        return decimal;
    }

    public void setDecimal(@Nullable BigDecimal decimal) {
        this.decimal = decimal;
    }

    public @Nullable Double getFraction() {
        return fraction;
    }

    public void setFraction(@Nullable Double fraction) {
        this.fraction = fraction;
    }

    public @Nullable UUID getUuid() {
        return uuid;
    }

    public void setUuid(@Nullable UUID uuid) {
        this.uuid = uuid;
    }

    public @Nullable URI getUri() {
        return uri;
    }

    public void setUri(@Nullable URI uri) {
        this.uri = uri;
    }

    public @Nullable Locale getLocale() {
        return locale;
    }

    public void setLocale(@Nullable Locale locale) {
        this.locale = locale;
    }

    public @Nullable ZoneId getZone() {
        return zone;
    }

    public void setZone(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    public @Nullable Instant getInstant() {
        return instant;
    }

    public void setInstant(@Nullable Instant instant) {
        this.instant = instant;
    }

    public @Nullable OffsetDateTime getOffset() {
        return offset;
    }

    public void setOffset(@Nullable OffsetDateTime offset) {
        this.offset = offset;
    }

    public @Nullable ZonedDateTime getZoned() {
        return zoned;
    }

    public void setZoned(@Nullable ZonedDateTime zoned) {
        this.zoned = zoned;
    }

    public @Nullable LocalDate getDate() {
        return date;
    }

    public void setDate(@Nullable LocalDate date) {
        this.date = date;
    }

    public @Nullable LocalTime getTime() {
        return time;
    }

    public void setTime(@Nullable LocalTime time) {
        this.time = time;
    }

    public @Nullable LocalDateTime getDateTime() {
        return dateTime;
    }

    public void setDateTime(@Nullable LocalDateTime dateTime) {
        this.dateTime = dateTime;
    }

    public @Nullable Period getPeriod() {
        return period;
    }

    public void setPeriod(@Nullable Period period) {
        this.period = period;
    }

    public @Nullable Duration getDuration() {
        return duration;
    }

    public void setDuration(@Nullable Duration duration) {
        this.duration = duration;
    }

    public @Nullable Level getLevel() {
        return level;
    }

    public void setLevel(@Nullable Level level) {
        this.level = level;
    }

    public byte @Nullable [] getBytes() {
        return bytes;
    }

    public void setBytes(byte @Nullable [] bytes) {
        this.bytes = bytes;
    }

    public @Nullable Set<String> getTexts() {
        return texts;
    }

    public void setTexts(@Nullable Set<String> texts) {
        this.texts = texts;
    }

    public @Nullable Set<Integer> getNumbers() {
        return numbers;
    }

    public void setNumbers(@Nullable Set<Integer> numbers) {
        this.numbers = numbers;
    }

    public @Nullable List<String> getList() {
        return list;
    }

    public void setList(@Nullable List<String> list) {
        this.list = list;
    }

    public @Nullable Map<String, Integer> getMap() {
        return map;
    }

    public void setMap(@Nullable Map<String, Integer> map) {
        this.map = map;
    }

    public @Nullable Part getPart() {
        return part;
    }

    public void setPart(@Nullable Part part) {
        this.part = part;
    }

    /** An enum. */
    public enum Level {
        STANDARD,
        GOLD
    }

    /** A document. */
    @Document
    @DynamoDbBean
    @SuppressWarnings("NullAway.Init") // made empty and filled afterwards
    public static class Part {

        private String name;
        private @Nullable String note;

        /** Creates an empty document. */
        public Part() {}

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public @Nullable String getNote() {
            return note;
        }

        public void setNote(@Nullable String note) {
            this.note = note;
        }
    }
}
