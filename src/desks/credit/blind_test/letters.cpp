#include "desks/credit/blind_test/letters.hpp"

#include "base/french.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/messages.hpp"

namespace credit::blind_test::letters {
namespace {

// The last instant of the delay, as it is spoken of.
std::string until(const Submission& submission) {
  return base::french::day_medium(base::paris::day_of(submission.due_at - base::seconds(1)));
}

std::string list_of(const BlindTest& test) {
  return base::french::plural(test.buyers, "acheteur", "acheteurs") + ", " + base::french::euros(test.asked) +
         " d’encours";
}

std::string where_to_answer(const Submission& submission, documents::DocumentId workbook) {
  if (submission.link == 0) return "Répondez à cet e-mail, ou appelez-nous : nous saisirons vos réponses.";
  if (workbook)
    return "Le tableau Excel joint est prêt à remplir : déposez-le ensuite à cette adresse, ou répondez-y en "
           "ligne :\n{lien}";
  return "Répondez en ligne, ou téléchargez-y le tableau Excel à jour et déposez-le au même endroit :\n{lien}";
}

// By mail with the underwriter's own link, and in the insurer's space when it has one.
void write(platform::Act& act, const Submission& submission, std::string subject, std::string body,
           documents::DocumentId workbook) {
  const bool carried = submission.link != 0 && workbook;  // without a link it could not come back
  if (!submission.email.empty())
    messages::enqueue(
        act, {.channel = messages::Channel::mail,
              .to = {.organisation = submission.space, .address = submission.email},
              .subject = subject,
              .body = body + "\n\n" + where_to_answer(submission, workbook),
              .link = links::LinkId{submission.link},
              .link_path = "/test-a-blanc/",
              .file = file_of(submission.placement),
              .attachments = carried ? std::vector<std::int64_t>{workbook.value} : std::vector<std::int64_t>{}});
  if (submission.space)
    messages::enqueue(act, {.channel = messages::Channel::notice,
                            .to = {.organisation = submission.space},
                            .subject = std::move(subject),
                            .body = std::move(body) + "\n\nRépondez dans Tests à blanc."});
}

void tell_broker(platform::Act& act, const BlindTest& test, std::string subject, std::string body) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = test.broker},
                          .subject = std::move(subject),
                          .body = std::move(body),
                          .file = file_of(test.placement)});
}

}  // namespace

void ask(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker,
         documents::DocumentId workbook) {
  std::string body =
      "Bonjour,\n\n" + broker +
      (test.naming == Naming::anonymous ? " vous soumet une liste anonyme : " : " vous soumet une liste : ") +
      list_of(test) + ". Combien couvrez-vous sur chacun ?\n\nRéponse attendue avant le " + until(submission) +
      " inclus.";
  if (!test.note.empty()) body += "\n\n« " + test.note + " »";
  write(act, submission, "Test à blanc " + test.code, std::move(body), workbook);
}

void chase(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker,
           documents::DocumentId workbook) {
  const auto left = test.buyers - submission.answered;
  write(act, submission, "Rappel : test à blanc " + test.code,
        "Bonjour,\n\n" + broker + " attend encore votre réponse sur " +
            base::french::plural(left, "acheteur", "acheteurs") + ", avant le " + until(submission) + " inclus.",
        workbook);
}

void too_late(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker,
              documents::DocumentId workbook) {
  const auto left = test.buyers - submission.answered;
  write(act, submission, "Délai passé : test à blanc " + test.code,
        "Bonjour,\n\nVotre réponse était attendue avant le " + until(submission) + " inclus. " + broker +
            " la prend encore, tant que le test n’est pas clos : il manque " +
            base::french::plural(left, "acheteur", "acheteurs") +
            ". Si vous ne souhaitez pas répondre, déclinez le test : vous ne serez plus relancé.",
        workbook);
}

void put_off(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker) {
  write(act, submission, "Délai reporté : test à blanc " + test.code,
        "Bonjour,\n\n" + broker + " attend désormais votre réponse avant le " + until(submission) + " inclus.", {});
}

void all_answered(platform::Act& act, const BlindTest& test) {
  tell_broker(act, test, "Test à blanc " + test.code + " : tous ont répondu",
              "Tous les assureurs interrogés ont répondu. La matrice est complète.");
}

void still_silent(platform::Act& act, const BlindTest& test, const Submission& submission) {
  tell_broker(act, test, submission.insurer_name + " n’a pas fini de répondre",
              "Le délai du test à blanc " + test.code + " est passé : " + base::french::integer(submission.answered) +
                  " réponses sur " + base::french::integer(test.buyers) + ".");
}

}  // namespace credit::blind_test::letters
