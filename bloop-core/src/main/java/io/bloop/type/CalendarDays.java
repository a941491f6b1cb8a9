package io.bloop.type;

/**
 * Counts the days of the ISO calendar from 1970-01-01, for the years 0 to 9999, without the objects of java.time.
 *
 * <p>Years are counted from March in cycles of 400, so that the leap day is the last of its year and all cycles are
 * alike. A date is one number: the year, four bits of the month and five of the day.
 */
final class CalendarDays {

    private static final int CYCLE_YEARS = 400;
    private static final int CYCLE_DAYS = 146_097;
    /** The days from 0000-03-01 to 1970-01-01. */
    private static final int EPOCH = 719_468;

    private static final int DAY_BITS = 5;
    private static final int DAY_MASK = 0x1F;
    private static final int MONTH_BITS = 4;
    private static final int MONTH_MASK = 0xF;

    private CalendarDays() {}

    static boolean exists(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
    }

    private static int length(int year, int month) {
        if (month == 2) {
            boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % CYCLE_YEARS == 0);
            return isLeap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Returns the days to a date that exists. */
    static long ofDate(int year, int month, int day) {
        // January and February count to the year before
        int marchYear = month > 2 ? year : year - 1;
        int cycle = Math.floorDiv(marchYear, CYCLE_YEARS);
        int yearOfCycle = marchYear - cycle * CYCLE_YEARS;
        int dayOfYear = firstOfMonth(month > 2 ? month - 3 : month + 9) + day - 1;
        int dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
        return (long) cycle * CYCLE_DAYS + dayOfCycle - EPOCH;
    }

    /** Returns the day of the year, from March, that a month begins with; five of them take 153 days. */
    private static int firstOfMonth(int monthFromMarch) {
        return (153 * monthFromMarch + 2) / 5;
    }

    /** Returns the date after so many days. */
    static int date(long days) {
        long shifted = days + EPOCH;
        int cycle = (int) Math.floorDiv(shifted, (long) CYCLE_DAYS);
        int dayOfCycle = (int) (shifted - (long) cycle * CYCLE_DAYS);
        int yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        int dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - firstOfMonth(monthFromMarch) + 1;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = cycle * CYCLE_YEARS + yearOfCycle + (month <= 2 ? 1 : 0);
        return (year << MONTH_BITS | month) << DAY_BITS | day;
    }

    static int year(int date) {
        return date >> DAY_BITS + MONTH_BITS;
    }

    static int month(int date) {
        return date >> DAY_BITS & MONTH_MASK;
    }

    static int day(int date) {
        return date & DAY_MASK;
    }
}
