package io.rotadesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.platform.input.FieldRefusal;
import io.rotadesk.platform.input.TooLateException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.junit.jupiter.api.Test;

/**
 * What people send is refused in a way that they are answered with a sentence ({@code RefusalKindsTest}). Everything else that a
 * step, a form's effect or a value of a form throws would be a failure: 500, and a stack trace in the log.
 */
class RefusalsAreKnownTest {

    private static final List<Class<? extends Throwable>> KNOWN = List.of(
            RefusedException.class,
            FieldRefusal.class,
            TooLateException.class,
            NoSuchElementException.class,
            BpmnError.class);

    /** Failures, since no person can cause them: a model that was changed by hand, and what the code itself guarantees. */
    private static final Set<String> FAILURES = Set.of(
            // A choice of the form's own list, which the server checks.
            "DisputeForms.outcome",
            "DutyDayForms.decision",
            // A model without the boundary event that its listener is for.
            "OverdueTask.attachedTo",
            // A state that the call's row cannot have here.
            "RuntimeCallProcess.resume");

    @Test
    void stepsAndFormsRefuseInAKnownWay() {
        var application = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.rotadesk");

        noClasses()
                .that()
                .resideInAPackage("io.rotadesk..process..")
                .should()
                .callConstructorWhere(
                        describe("it is an exception without an answer for people", RefusalsAreKnownTest::isUnknown))
                .orShould()
                .callMethodWhere(describe("it throws without a word", RefusalsAreKnownTest::isSilent))
                .check(application);
    }

    private static boolean isUnknown(JavaConstructorCall call) {
        return call.getTargetOwner().isAssignableTo(Exception.class)
                && KNOWN.stream().noneMatch(known -> call.getTargetOwner().isAssignableTo(known))
                && !FAILURES.contains(place(
                        call.getOriginOwner().getSimpleName(), call.getOrigin().getName()));
    }

    private static boolean isSilent(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Optional.class)
                && call.getName().equals("orElseThrow")
                && call.getTarget().getRawParameterTypes().isEmpty()
                && !FAILURES.contains(place(
                        call.getOriginOwner().getSimpleName(), call.getOrigin().getName()));
    }

    private static String place(String type, String method) {
        // A lambda is compiled into a method of its own.
        return type + "." + method.replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
    }
}
