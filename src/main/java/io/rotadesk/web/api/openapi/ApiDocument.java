package io.rotadesk.web.api.openapi;

import io.rotadesk.staff.unit.UnitSettings;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/**
 * Adds to the API's description what the controllers do not say: how a client authenticates, and what every refusal
 * looks like.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";
    private static final String LOGIN = "login";

    /** The refusals, in words; each operation's description lists those that it can answer. */
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "A field cannot be accepted; 'fields' or 'rows' names each one",
            "401", "No token or login, or a wrong one",
            "403", "Not of this unit, or not for this role",
            "404", "There is no such thing",
            "405", "This method is not allowed",
            "409", "Too late, or in use; nothing was changed",
            "413", "The content is too large",
            "415", "This format is not supported",
            "429", "Too often",
            "503", "Not possible at the moment; try again");

    static {
        // A unit's settings are written by their names, as docs/operations.md has them.
        SpringDocUtils.getConfig().replaceWithSchema(UnitSettings.class, new ObjectSchema().additionalProperties(true));
    }

    @Bean
    OpenAPI rotaDesk() {
        return new OpenAPI()
                .info(new Info()
                        .title("Rota Desk")
                        .version("1")
                        .description("Calls, visitors and who is on duty, for phone systems, kiosks and booking pages;"
                                + " units, rosters and accounts for administrators. Times are ISO 8601."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token of a phone system or kiosk, valid for its own unit"))
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("An administrator's")));
    }

    @Bean
    GlobalOpenApiCustomizer refusalsAndDoors() {
        return document -> {
            // Added only now, since schemas to which no operation refers were removed before.
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
        };
    }

    private static void complete(String path, Operation operation) {
        ApiResponses answers = operation.getResponses();
        REFUSALS.forEach((status, why) -> answers.putIfAbsent(status, refusal(why)));
        operation.addSecurityItem(new SecurityRequirement().addList(LOGIN));
        if (isForPhones(path)) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        }
    }

    private static boolean isForPhones(String path) {
        return path.matches("/api/units/\\{unit}/(calls|visits|petitioners|free-times|duty|waiting-line)(/.*)?");
    }

    private static ApiResponse refusal(String why) {
        return new ApiResponse()
                .description(why)
                .content(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    /** RFC 9457. */
    private static Schema<?> problem() {
        Schema<?> field =
                new ObjectSchema().addProperty("field", new StringSchema()).addProperty("message", new StringSchema());
        Schema<?> row = new ObjectSchema()
                .addProperty("line", new IntegerSchema())
                .addProperty("column", new StringSchema())
                .addProperty("reason", new StringSchema());
        Schema<?> problem = new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("message", new StringSchema())
                .addProperty("fields", new ArraySchema().items(field))
                .addProperty("rows", new ArraySchema().items(row));
        problem.setRequired(List.of("title", "status"));
        return problem;
    }
}
