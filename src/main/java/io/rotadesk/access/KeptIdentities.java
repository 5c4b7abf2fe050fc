package io.rotadesk.access;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's users and groups with our rules, so that they hold for its REST API and its Admin application too: the
 * last administrator stays, a change of somebody's rights ends their sessions, and a wrong password locks nobody out
 * for good ({@link LoginTries} limits guessing).
 */
class KeptIdentities extends DbIdentityServiceProvider {

    private final LastAdministrator lastAdministrator;
    private final AccountStates states;
    private final PasswordHash hash;

    KeptIdentities(LastAdministrator lastAdministrator, AccountStates states, PasswordHash hash) {
        this.lastAdministrator = lastAdministrator;
        this.states = states;
        this.hash = hash;
    }

    /** Takes equally long whether the user exists or not. */
    @Override
    public boolean checkPassword(String login, String password) {
        UserEntity user = findUserById(login);
        String kept = user == null ? null : user.getPassword();
        boolean right = kept != null && password != null && matchPassword(password, user);
        if (!hash.isOfItsKind(kept)) {
            hash.checkForNobody(String.valueOf(password));
        }
        return right;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        states.standingChanged();
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String login) {
        states.standingChanged();
        lastAdministrator.letGo(login);
        IdentityOperationResult result = super.deleteUser(login);
        if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
            states.close(login);
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        states.standingChanged();
        if (Role.ADMINISTRATOR.group().equals(group)) {
            throw lastAdministrator.refusal("access.administrators.stay");
        }
        if (getCurrentAuthentication() != null
                && Stream.of(Role.values()).anyMatch(role -> role.group().equals(group))) {
            throw lastAdministrator.refusal("access.roles.stay", group);
        }
        return super.deleteGroup(group);
    }

    /** Refuses to delete a unit's tenant, since nobody would belong to the unit any more. */
    @Override
    public IdentityOperationResult deleteTenant(String unit) {
        states.standingChanged();
        if (getCurrentAuthentication() != null) {
            throw lastAdministrator.refusal("access.roles.stay", unit);
        }
        return super.deleteTenant(unit);
    }

    @Override
    public IdentityOperationResult createMembership(String login, String group) {
        return changed(login, super.createMembership(login, group));
    }

    @Override
    public IdentityOperationResult deleteMembership(String login, String group) {
        if (Role.ADMINISTRATOR.group().equals(group)) {
            lastAdministrator.letGo(login);
        }
        return changed(login, super.deleteMembership(login, group));
    }

    @Override
    public IdentityOperationResult createTenantUserMembership(String unit, String login) {
        return changed(login, super.createTenantUserMembership(unit, login));
    }

    @Override
    public IdentityOperationResult deleteTenantUserMembership(String unit, String login) {
        return changed(login, super.deleteTenantUserMembership(unit, login));
    }

    /** Handles changes by a person; for changes by the application, {@link Accounts#save} ends the sessions. */
    private IdentityOperationResult changed(String login, IdentityOperationResult result) {
        states.standingChanged();
        if (getCurrentAuthentication() != null) {
            states.endSessions(login);
        }
        return result;
    }

    /** Beans that need the database are fetched when the engine runs, since they are created after it. */
    static SessionFactory factory(Supplier<KeptIdentities> open) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return WritableIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return open.get();
            }
        };
    }
}
