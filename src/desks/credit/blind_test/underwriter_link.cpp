#include "desks/credit/blind_test/underwriter_link.hpp"

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/credit/blind_test/letters.hpp"
#include "desks/credit/blind_test/sent_workbook.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "floor/audit/audit.hpp"
#include "floor/visit/page.hpp"

namespace credit::blind_test {
namespace {

using web::html::Url;

struct Linked {
  Submission submission;
  workspace::Gate gate;
};

std::optional<Linked> linked(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Linked> {
    const auto token = visit.parameter(0);
    auto link = workspace::open(tx, visit.platform.settings, token, answers_link);
    if (!link) return std::nullopt;
    auto submission = find(tx, SubmissionId{link->subject_id});
    if (!submission || submission->link != link->id.value) return std::nullopt;
    const std::string email = submission->email;
    return Linked{*std::move(submission),
                  {.link = *std::move(link),
                   .email = email,
                   .what = "le test à blanc",
                   .page = Url::path("/test-a-blanc/{}", token),
                   .codes = Url::path("/test-a-blanc/{}/code", token)}};
  });
}

GridArrival by_link(visit::Visit& visit) {
  const auto found = linked(visit);
  if (!found) return {std::nullopt, visit::not_found(visit)};
  if (!workspace::holds_pass(visit, found->gate.link)) {
    const bool reads = visit.request.method == web::Method::get || visit.request.method == web::Method::head;
    return {std::nullopt, reads ? workspace::code_page(visit, found->gate) : visit::see_other(found->gate.page)};
  }
  return {GridDoor{.id = found->submission.id,
                   .side = Side::link_holder,
                   .by = Answerer::by_link(found->submission),
                   .token = std::string(visit.parameter(0))}};
}

struct Standing {
  Submission submission;
  BlindTest test;
  std::vector<TestLine> lines;
  std::vector<KeptAnswer> answers;
};
base::Outcome<Standing> standing_of(db::Transaction& tx, const identity::Actor& broker, SubmissionId id) {
  auto submission = find(tx, id, broker);
  if (!submission) return unknown_submission;
  auto test = find(tx, submission->test).value();
  if (test.closed_at) return test_closed;
  auto lines = lines_of(tx, test.id);
  return Standing{*std::move(submission), std::move(test), std::move(lines), answers_of(tx, id)};
}

}  // namespace

void issue_link(platform::Act& act, Submission& submission) {
  if (submission.email.empty()) return;
  links::revoke_all(act, answers_link, submission.id.value);
  submission.link = links::issue(act, {.purpose = answers_link,
                                       .file = file_of(submission.placement),
                                       .subject_id = submission.id.value,
                                       .recipient = submission.space,
                                       .channel = links::Channel::mail})
                        .value;
}

// With what was answered so far: whoever takes over goes on from there.
base::Outcome<base::Done> send_again(platform::Platform& platform, const identity::Actor& broker, SubmissionId id,
                                     std::string_view email) {
  const auto address = base::EmailAddress::parse(base::trim(email));
  const auto before = platform.database.read([&](db::Transaction& tx) { return standing_of(tx, broker, id); });
  if (!before) return before.refusals();
  if (!address) return base::Refusal{no_email, "email"};
  const auto workbook = keep_workbook(platform, broker.organisation, before->test.code, before->lines, before->answers);
  if (!workbook) return workbook.refusals();
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto found = standing_of(act.tx, broker, id);
    if (!found) return found.refusals();
    auto [submission, test, lines, answers] = std::move(found).value();
    submission.email = address->text();
    issue_link(act, submission);
    save(act.tx, submission);
    letters::ask(act, test, submission, broker.organisation_name, attach_workbook(act, test, *workbook, id));
    audit::record(act, {"credit.test.sent", file_of(test.placement), {{"insurer", submission.insurer_name}}});
    return base::Done{};
  });
}

base::Outcome<base::Done> withdraw_link(platform::Platform& platform, const identity::Actor& broker, SubmissionId id) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    auto submission = find(act.tx, id, broker);
    if (!submission) return unknown_submission;
    if (submission->link == 0) return no_link;
    links::revoke_all(act, answers_link, id.value);
    submission->link = 0;
    save(act.tx, *submission);
    audit::record(
        act, {"credit.test.link_withdrawn", file_of(submission->placement), {{"insurer", submission->insurer_name}}});
    return base::Done{};
  });
}

Url GridDoor::page() const {
  switch (side) {
    case Side::broker:
      return Url::path("/credit/soumissions/{}", id);
    case Side::space:
      return Url::path("/souscription/{}", id);
    case Side::link_holder:
      break;
  }
  return Url::path("/test-a-blanc/{}", token);
}

Url GridDoor::at(std::string_view act) const {
  switch (side) {
    case Side::broker:
      return Url::path("/credit/soumissions/{}/{}", id, act);
    case Side::space:
      return Url::path("/souscription/{}/{}", id, act);
    case Side::link_holder:
      break;
  }
  return Url::path("/test-a-blanc/{}/{}", token, act);
}

GridArrival arrive(visit::Visit& visit) {
  if (visit.request.path.starts_with("/test-a-blanc/")) return by_link(visit);
  const bool space = visit.request.path.starts_with("/souscription");
  return {GridDoor{.id = SubmissionId{visit.id()}, .side = space ? Side::space : Side::broker, .by = visit.actor()}};
}

web::Response post_link_code(visit::Visit& visit) {
  const auto found = linked(visit);
  return found ? workspace::post_code(visit, found->gate) : visit::not_found(visit);
}

}  // namespace credit::blind_test
