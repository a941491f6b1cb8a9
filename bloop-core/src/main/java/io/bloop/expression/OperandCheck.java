package io.bloop.expression;

import io.bloop.type.AttributeValues;
import io.bloop.type.BinaryType;
import io.bloop.type.DynamicType;
import io.bloop.type.ListType;
import io.bloop.type.SetType;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Refuses operands that DynamoDB refuses, and places that are never equal because they are not stored alike.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Operators and functions</a>
 */
final class OperandCheck {

    private static final Set<Tag> SCALARS = EnumSet.of(Tag.S, Tag.N, Tag.B);
    private static final Set<Tag> SEQUENCES = EnumSet.of(Tag.S, Tag.B);

    private OperandCheck() {}

    static void check(Operator operator, Operand... operands) {
        Operand subject = operands[0];
        for (int i = 1; i < operands.length; i++) {
            kind(operator, subject, operands[i]);
            if (subject instanceof Operand.At left && operands[i] instanceof Operand.At right) {
                places(operator, left.path(), right.path());
            }
        }
        if (operator == Operator.BETWEEN
                && operands[1] instanceof Operand.Literal least
                && operands[2] instanceof Operand.Literal most) {
            bounds(subject, least.value(), most.value());
        }
    }

    private static void kind(Operator operator, Operand subject, Operand operand) {
        Set<Tag> fitting = fitting(operator);
        Tag tag = tag(operand);
        if (fitting != null && tag != null && !fitting.contains(tag)) {
            throw new InvalidCondition(operator.method() + " of '" + subject + "' takes what is stored as "
                    + String.join(" or ", fitting.stream().map(Tag::name).toList()) + ", and a value of " + tag
                    + " is not; use eq, contains or size.");
        }
    }

    private static @Nullable Set<Tag> fitting(Operator operator) {
        return switch (operator) {
            case LT, LE, GT, GE, BETWEEN -> SCALARS;
            case BEGINS_WITH -> SEQUENCES;
            default -> null;
        };
    }

    /** Returns how an operand is stored; null where that is not known. */
    private static @Nullable Tag tag(Operand operand) {
        if (operand instanceof Operand.At at) {
            Type<?> type = at.path().type();
            return type instanceof DynamicType ? null : type.tag();
        }
        return operand instanceof Operand.Literal literal ? AttributeValues.tag(literal.value()) : Tag.N;
    }

    private static void places(Operator operator, Path<?, ?> left, Path<?, ?> right) {
        if (PathIdentity.of(left).equals(PathIdentity.of(right))) {
            throw new InvalidCondition(operator.method() + " of " + left.qualifiedName()
                    + " compares the place with itself; name another place.");
        }
        if (!areComparable(operator, left.type(), right.type())) {
            throw new InvalidCondition(operator.method() + " of " + left.qualifiedName() + " is never met by "
                    + right.qualifiedName() + ", since " + left.type() + " ("
                    + left.type().tag() + ") and "
                    + right.type() + " (" + right.type().tag()
                    + ") are not stored alike; name a place that is stored in the same form.");
        }
    }

    private static boolean areComparable(Operator operator, Type<?> left, Type<?> right) {
        return switch (operator) {
            case BEGINS_WITH -> !isBase64(left) && !isBase64(right) && left.isStoredAs(right);
            case CONTAINS -> containsLike(left, right);
            default -> left.isStoredAs(right);
        };
    }

    private static boolean containsLike(Type<?> whole, Type<?> part) {
        if (whole instanceof SetType<?> set) {
            return set.element().isStoredAs(part);
        }
        if (whole instanceof ListType<?> list) {
            return list.element().isStoredAs(part);
        }
        return whole instanceof DynamicType
                || !isBase64(whole) && !isBase64(part) && whole.tag() == part.tag()
                || part instanceof DynamicType;
    }

    private static boolean isBase64(Type<?> type) {
        return type instanceof BinaryType<?> binary && binary.isBase64();
    }

    private static void bounds(Operand subject, AttributeValue least, AttributeValue most) {
        if (least.type() != most.type()) {
            throw new InvalidCondition("between of '" + subject
                    + "' takes two bounds of one data type, and these are of " + AttributeValues.tag(least) + " and "
                    + AttributeValues.tag(most) + "; give bounds of one kind.");
        }
    }
}
