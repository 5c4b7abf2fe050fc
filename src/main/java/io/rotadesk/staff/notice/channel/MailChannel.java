package io.rotadesk.staff.notice.channel;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.channel.MessageText.Item;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail to one person, by the server in {@code spring.mail}, from {@code rotadesk.notify.sender}. */
@Component
class MailChannel implements Channel {

    private static final int LONGEST_SUBJECT = 120;

    private final ObjectProvider<JavaMailSender> server;
    private final String sender;
    private final Clock clock;

    MailChannel(
            ObjectProvider<JavaMailSender> server, @Value("${rotadesk.notify.sender:}") String sender, Clock clock) {
        this.server = server;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    /** Whether the installation can send mail. */
    boolean isSetUp() {
        return server.getIfAvailable() != null && !sender.isBlank();
    }

    @Override
    public Answer send(ChannelTarget target, MessageText text) {
        if (target.receiver() == null) {
            return Answer.refused("The person has no e-mail address");
        }
        if (!isSetUp()) {
            return Answer.refused("spring.mail.host or rotadesk.notify.sender is not set");
        }
        JavaMailSender mail = server.getObject();
        MimeMessage message = mail.createMimeMessage();
        try {
            fill(message, target.receiver(), text);
            mail.send(message);
            return Answer.accepted("SMTP ok");
        } catch (MessagingException e) {
            return Answer.refused(e.getClass().getSimpleName());
        } catch (MailAuthenticationException e) {
            return Answer.refused("The mail server refuses our login");
        } catch (MailSendException e) {
            return ofServer(e);
        } catch (MailException e) {
            return Answer.failed(e.getClass().getSimpleName());
        }
    }

    private void fill(MimeMessage message, String to, MessageText text) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(sender);
        helper.setTo(to);
        String subject =
                text.head() + (text.isDigest() ? "" : " " + text.items().get(0).text());
        helper.setSubject(SafeText.shortened(subject, LONGEST_SUBJECT));
        helper.setText(text.items().stream().map(MailChannel::paragraph).collect(Collectors.joining("\n\n")) + "\n");
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Rotadesk-Id", text.id());
    }

    private static String paragraph(Item item) {
        return item.link() == null ? item.text() : item.text() + "\n" + item.link();
    }

    /** A recipient that the server does not know is refused again; a server that is away is not. */
    private static Answer ofServer(MailSendException e) {
        for (Exception cause : e.getMessageExceptions()) {
            if (cause instanceof AuthenticationFailedException) {
                return Answer.refused("The mail server refuses our login");
            }
            if (cause instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return Answer.refused("The mail server does not take mail for this address");
            }
        }
        return Answer.failed("The mail server does not take the message");
    }
}
