package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.Matters;
import java.util.Date;
import java.util.List;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What forms and timers show and ask about a matter, as {@code ${matters...}} in the models. Methods take the process variable
 * {@code matterId} unless they say otherwise.
 */
@ModelBean("matters")
public class MatterForms {

    private final Matters matters;
    private final MatterUnits units;
    private final MatterPeople people;
    private final MatterTimes times;
    private final MatterWording wording;
    private final RequestsWording cases;
    private final MatterChoices choices;

    MatterForms(
            Matters matters,
            MatterUnits units,
            MatterPeople people,
            MatterTimes times,
            MatterWording wording,
            RequestsWording cases,
            MatterChoices choices) {
        this.matters = matters;
        this.units = units;
        this.people = people;
        this.times = times;
        this.wording = wording;
        this.cases = cases;
        this.choices = choices;
    }

    /** The unit that has the matter. */
    public String unit(String matterId) {
        return matter(matterId).unitId();
    }

    /** The unit to which the matter is reported; at the top its own (P6). */
    public String unitAbove(String matterId) {
        return units.above(new MatterId(matterId));
    }

    /** The nearest unit above the two that do not agree who has the matter (P6). */
    public String unitAboveBoth(String matterId) {
        return units.aboveBoth(new MatterId(matterId));
    }

    /** The first responsible person. */
    public String responsible(String matterId) {
        return matter(matterId).responsible();
    }

    /** The leaders of the matter's unit; nobody decides in their own case. */
    public List<String> leaders(String matterId) {
        return people.deciders(matter(matterId));
    }

    public List<String> leadersAbove(String matterId) {
        return people.firstLeadersOf(unitAbove(matterId));
    }

    public List<String> leadersAboveBoth(String matterId) {
        return people.leadersOf(unitAboveBoth(matterId));
    }

    /** @param unitId the id of any unit */
    public List<String> leadersOf(String unitId) {
        return people.leadersOf(unitId);
    }

    /** @param unitId the id of any unit */
    public List<String> peopleOf(String unitId) {
        return people.peopleOf(unitId);
    }

    /** The leader who goes to the scene: the one who acknowledged the alert, or took it over (P5). */
    public String sceneLeader(String matterId) {
        return units.sceneLeader(new MatterId(matterId));
    }

    /** The unit of the leader who goes to the scene. */
    public String sceneUnit(String matterId) {
        return units.ofScene(new MatterId(matterId));
    }

    /** Whether the leader has been on the scene, and only the review is left (P5). */
    public boolean sceneAttended(String matterId) {
        return matter(matterId).state() == MatterState.ON_SCENE;
    }

    /** The units that have not answered yet and have no task for it either: those that were asked just now (P6). */
    public List<String> unitsAsked(String matterId) {
        return units.asked(new MatterId(matterId));
    }

    /** Whether the petitioner was told how and by when the matter will be handled (P4). */
    public boolean planSet(String matterId) {
        return matter(matterId).isPlanned();
    }

    /** The present deadline; null if there is none. */
    public Date deadline(String matterId) {
        return times.deadline(new MatterId(matterId));
    }

    public Date remindAt(String matterId) {
        return times.remindAt(new MatterId(matterId));
    }

    public boolean deadlineNear(String matterId) {
        return times.isNear(new MatterId(matterId));
    }

    public boolean deadlinePassed(String matterId) {
        return times.isMissed(new MatterId(matterId));
    }

    /** The time by which another unit or a leader has to answer. */
    public Date answerDue(String matterId) {
        return times.answerDue(new MatterId(matterId));
    }

    /**
     * The time by which a unit has to object to a matter that it is asked to take over from now on.
     *
     * @param unitId the id of any unit
     */
    public Date objectDue(String unitId) {
        return times.objectDue(unitId);
    }

    /** The time at which it is reported that they have not answered. */
    public Date answerTellAt(String matterId) {
        return times.answerTellAt(new MatterId(matterId));
    }

    /** The time by which the leader alerted last has to acknowledge (P5). */
    public Date alertUntil(String matterId) {
        return times.alertUntil(new MatterId(matterId));
    }

    public String matterLine(String matterId) {
        return wording.line(matter(matterId));
    }

    public FormMarkdown matterText(String matterId) {
        return wording.text(matter(matterId));
    }

    /** Each purpose that the petitioner confirmed, for forms in which the whole {@link #matterText} would be too long. */
    public FormMarkdown purposeText(String matterId) {
        return wording.purpose(matter(matterId));
    }

    public String planText(String matterId) {
        return wording.plan(matter(matterId));
    }

    public String latestLine(String matterId) {
        return wording.latest(matter(matterId));
    }

    /** The latest day that an extension can name. */
    public String extensionLine(String matterId) {
        return cases.latestExtension(matter(matterId));
    }

    public FormMarkdown noticeLine(String matterId) {
        return wording.notice(matter(matterId));
    }

    public FormMarkdown pageLine(String matterId) {
        return wording.page(matter(matterId));
    }

    /** The latest day that the plan can name, as a date. */
    public String proposedDeadline(String matterId) {
        return times.proposedDeadline(new MatterId(matterId));
    }

    public String extensionRequest(String matterId) {
        return cases.extensionRequest(matter(matterId));
    }

    /** The day that is asked for, as a date. */
    public String extensionAsked(String matterId) {
        return times.extensionAsked(new MatterId(matterId));
    }

    public String extensionText(String matterId) {
        return cases.extension(matter(matterId));
    }

    public String reportText(String matterId) {
        return cases.report(matter(matterId));
    }

    public String instructionText(String matterId) {
        return cases.instruction(matter(matterId));
    }

    /** Whether the superior has answered the last report (P6). */
    public boolean instructed(String matterId) {
        return cases.instructed(matter(matterId));
    }

    public String transferText(String matterId) {
        return cases.transfer(matter(matterId));
    }

    public String refusalText(String matterId) {
        return cases.refusal(matter(matterId));
    }

    /** All refusals for which the leader above decides. */
    public String refusalsText(String matterId) {
        return cases.refusals(matter(matterId));
    }

    public String decisionText(String matterId) {
        return cases.decision(matter(matterId));
    }

    public String coordinationText(String matterId) {
        return cases.question(matter(matterId));
    }

    public FormMarkdown contributionsText(String matterId) {
        return cases.contributions(matter(matterId));
    }

    public FormMarkdown alertLine(String matterId) {
        return cases.alert(matter(matterId));
    }

    public FormMarkdown sceneText(String matterId) {
        return cases.scene(matter(matterId));
    }

    /** The result, as a beginning of the reply. */
    public String resultText(String matterId) {
        return wording.result(matter(matterId));
    }

    /** The matter's category; null while it has none, as one whose petitioners nobody has received (P7). */
    public String category(String matterId) {
        return matter(matterId).category();
    }

    /** Only models of earlier versions name it: they do not say of which unit, and have the usual categories. */
    public SpinJsonNode categoryOptions() {
        return choices.categories(null);
    }

    /** @param unitId the id of any unit */
    public SpinJsonNode categoriesOf(String unitId) {
        return choices.categories(unitId);
    }

    public SpinJsonNode transferOptions(String matterId) {
        return choices.otherUnits(new MatterId(matterId));
    }

    public SpinJsonNode coordinationOptions(String matterId) {
        return choices.askable(new MatterId(matterId));
    }

    public SpinJsonNode decisionOptions(String matterId) {
        return choices.disputing(new MatterId(matterId));
    }

    /** @param unitId the id of any unit */
    public SpinJsonNode peopleOptions(String unitId) {
        return choices.peopleOf(unitId);
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }

    /** The value of a unit that is not chosen yet, but is passed on to the process. */
    public String noUnit() {
        return "";
    }

    private Matter matter(String matterId) {
        return matters.get(new MatterId(matterId));
    }
}
