package io.rotadesk.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A role of a person in Rota Desk, which is a group of the engine's identity service. A person may have several. */
public enum Role {
    AGENT("agents", "招商员", "Agents"),
    MANAGER("managers", "经理", "Managers"),
    DEPUTY("deputies", "副经理", "Deputies"),
    PROCESS_OWNER("process-owners", "流程负责人", "Process owners"),
    PETITION_STAFF("petition-staff", "信访接待员", "Petition reception staff"),
    /** The leader of a petition reception point, or a deputy. */
    PETITION_LEADER("petition-leaders", "接访单位负责人", "Petition reception leaders"),
    /** The engine itself knows this group's name and gives its members everything. */
    ADMINISTRATOR("camunda-admin", "系统管理员", "Administrators");

    private final String group;
    private final String chineseName;
    private final String englishName;

    /** The roles that lead a unit: they see all of it, and decide about its days and people. */
    public static final Set<Role> LEADERS = Set.of(MANAGER, DEPUTY, PETITION_LEADER);

    Role(String group, String chineseName, String englishName) {
        this.group = group;
        this.chineseName = chineseName;
        this.englishName = englishName;
    }

    /** @return the id of the role's group in the engine */
    public String group() {
        return group;
    }

    String groupName(Language language) {
        return language.pick(chineseName, englishName);
    }

    /** @return the name that Spring Security knows the role by, as in {@code hasRole('AGENT')} */
    String authority() {
        return "ROLE_" + name();
    }

    static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }
}
