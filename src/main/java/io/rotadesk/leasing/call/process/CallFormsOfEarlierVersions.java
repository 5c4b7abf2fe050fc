package io.rotadesk.leasing.call.process;

import io.rotadesk.staff.unit.Agents;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The values one by one, as models of earlier versions name them, whose calls may still be under way. A model of today has
 * the view of each form instead.
 */
public abstract class CallFormsOfEarlierVersions {

    private final Agents agents;

    CallFormsOfEarlierVersions(Agents agents) {
        this.agents = agents;
    }

    public abstract CallViews.PickUpCall pickUpCall(String callId);

    public abstract CallViews.AskCaller askCaller(String callId);

    public abstract CallViews.CoverCall coverCall(String callId);

    public abstract CallViews.CallBack callBack(String callId);

    public abstract CallViews.ReturnMissedCall returnMissedCall(String callId);

    public abstract CallViews.RegisterCall registerCall(String callId);

    public String greeting(String callId) {
        return pickUpCall(callId).greeting().get();
    }

    public String callerLine(String callId) {
        return pickUpCall(callId).callerLine().get();
    }

    public String priorContactLine(String callId) {
        return askCaller(callId).priorContactLine().get();
    }

    public String agentName(String login) {
        return agents.name(login);
    }

    public SpinJsonNode agentOptions(String callId) {
        return askCaller(callId).agentOptions().get();
    }

    public String absenceSentence(String callId) {
        return coverCall(callId).absenceSentence().get();
    }

    public String ownerMobile(String callId) {
        return coverCall(callId).ownerMobile().get();
    }

    public String coverNote(String callId) {
        return callBack(callId).coverNote().get();
    }

    public abstract String callBackNumber(String callId);

    public abstract String missedLine(String callId);

    public String ownDetails(String callId) {
        return registerCall(callId).ownDetails().get();
    }

    public String customerName(String callId) {
        return registerCall(callId).needs().customerName().get();
    }

    public String customerPhone(String callId) {
        return registerCall(callId).needs().customerPhone();
    }

    public String mediaSource(String callId) {
        return registerCall(callId).needs().mediaSource();
    }

    public SpinJsonNode interests(String callId) {
        return registerCall(callId).needs().interests().get();
    }

    public Double floorArea(String callId) {
        return registerCall(callId).needs().floorArea();
    }

    public String tradeType(String callId) {
        return registerCall(callId).needs().tradeType();
    }

    public String budget(String callId) {
        return registerCall(callId).needs().budget();
    }

    public String moveInDate(String callId) {
        return registerCall(callId).needs().moveInDate();
    }

    public String remarks(String callId) {
        return registerCall(callId).needs().remarks().get();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }
}
