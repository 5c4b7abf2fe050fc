package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.staff.unit.Agents;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The values one by one, as models of earlier versions name them, whose visits may still be under way. A model of today has
 * the view of each form instead.
 */
public abstract class VisitFormsOfEarlierVersions {

    private final Agents agents;

    VisitFormsOfEarlierVersions(Agents agents) {
        this.agents = agents;
    }

    public abstract VisitViews.AssignVisitor assignVisitor(String visitId);

    public abstract VisitViews.GreetVisitor greetVisitor(String visitId);

    public abstract VisitViews.ConfirmIntent confirmIntent(String visitId);

    public abstract VisitViews.ReceiveVisitor receiveVisitor(String visitId);

    public abstract VisitViews.RegisterVisit registerVisit(String visitId);

    public abstract VisitViews.AcknowledgeHandBack acknowledgeHandBack(String visitId, String helper);

    public abstract VisitViews.MeetVisitor meetVisitor(String visitId);

    public String greeting(String visitId) {
        return greetVisitor(visitId).greeting().get();
    }

    public String visitorLine(String visitId) {
        return greetVisitor(visitId).visitorLine().get();
    }

    public String priorContactLine(String visitId) {
        return greetVisitor(visitId).priorContactLine().get();
    }

    public String waitingLine(String visitId) {
        return assignVisitor(visitId).waitingLine().get();
    }

    public String history(String visitId) {
        return receiveVisitor(visitId).history().get();
    }

    public FormMarkdown conduct(String visitId) {
        return greetVisitor(visitId).conduct().get();
    }

    public String appointmentTime(String visitId) {
        return meetVisitor(visitId).appointmentTime().get();
    }

    public String meetingPoint(String visitId) {
        return meetVisitor(visitId).meetingPoint().get();
    }

    public String ownerName(String visitId) {
        return receiveVisitor(visitId).ownerName().get();
    }

    public String agentName(String login) {
        return agents.name(login);
    }

    public SpinJsonNode agentOptions(String visitId) {
        return greetVisitor(visitId).agentOptions().get();
    }

    public boolean marketSurvey(String visitId) {
        return confirmIntent(visitId).step().marketSurvey();
    }

    public String customerName(String visitId) {
        return registerVisit(visitId).needs().customerName().get();
    }

    public String customerPhone(String visitId) {
        return registerVisit(visitId).needs().customerPhone();
    }

    public String mediaSource(String visitId) {
        return registerVisit(visitId).needs().mediaSource();
    }

    public String intent(String visitId) {
        return registerVisit(visitId).intent();
    }

    public SpinJsonNode interests(String visitId) {
        return registerVisit(visitId).needs().interests().get();
    }

    public String objections(String visitId) {
        return registerVisit(visitId).objections();
    }

    public Double floorArea(String visitId) {
        return registerVisit(visitId).needs().floorArea();
    }

    public String tradeType(String visitId) {
        return registerVisit(visitId).needs().tradeType();
    }

    public String budget(String visitId) {
        return registerVisit(visitId).needs().budget();
    }

    public String moveInDate(String visitId) {
        return registerVisit(visitId).needs().moveInDate();
    }

    public String nextStep(String visitId) {
        return registerVisit(visitId).nextStep();
    }

    public String remarks(String visitId) {
        return registerVisit(visitId).needs().remarks().get();
    }

    public String course(String visitId) {
        return acknowledgeHandBack(visitId, null).course();
    }

    public String result(String visitId) {
        return acknowledgeHandBack(visitId, null).result();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }
}
