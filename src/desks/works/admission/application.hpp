// An application to the network: a firm, what it says it does, its papers, and what an administrator made of them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/admission/admission_rules.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/joining/joining.hpp"
#include "floor/platform/platform.hpp"

namespace works::admission {

inline constexpr std::string_view application_file_kind = "works.application";  // the id is the organisation's
inline constexpr std::string_view application_subject = "works.application";
inline constexpr std::string_view missing_subject = "works.application.missing";    // the id is the organisation's
inline constexpr std::string_view refusals_subject = "works.application.refusals";  // the same
inline constexpr std::string_view paper_subject = "works.paper";
inline constexpr std::string_view papers_link = "works.papers";

inline constexpr base::RefusalCode unknown_application{base::RefusalKind::not_found, "works.admission.unknown"};
inline constexpr base::RefusalCode unknown_paper{base::RefusalKind::not_found, "works.admission.unknown_paper"};
inline constexpr base::RefusalCode not_to_judge{base::RefusalKind::conflict, "works.admission.not_to_judge"};
inline constexpr base::RefusalCode verdict_missing{base::RefusalKind::invalid, "works.admission.verdict_missing"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "works.admission.reason_missing"};
inline constexpr base::RefusalCode last_day_missing{base::RefusalKind::invalid, "works.admission.last_day_missing"};
inline constexpr base::RefusalCode paper_over{base::RefusalKind::invalid, "works.admission.paper_over"};
inline constexpr base::RefusalCode no_trade_ticked{base::RefusalKind::invalid, "works.admission.no_trade_ticked"};
inline constexpr base::RefusalCode not_complete{base::RefusalKind::conflict, "works.admission.not_complete"};
inline constexpr base::RefusalCode already_decided{base::RefusalKind::conflict, "works.admission.already_decided"};
inline constexpr base::RefusalCode papers_lapsed{base::RefusalKind::conflict,
                                                 "works.admission.papers_lapsed"};  // {0}: which
inline constexpr base::RefusalCode name_missing{base::RefusalKind::invalid, "works.admission.name_missing"};
inline constexpr base::RefusalCode too_many_qualifications{base::RefusalKind::conflict,
                                                           "works.admission.too_many_qualifications"};
inline constexpr base::RefusalCode already_left{base::RefusalKind::conflict, "works.admission.already_left"};

enum class State { submitted, validated, left };
std::string_view to_text(State state);
std::string_view label(State state);

struct Application {
  identity::OrganisationId organisation;
  Role role;
  State state;
  std::string orias;
  base::Instant submitted;
  std::optional<base::Instant> waiting_since;
  std::optional<base::Instant> decided;
  identity::AccountId decided_by = {};
  std::optional<base::Instant> left = {};
};

inline platform::FileRef file_of_application(identity::OrganisationId organisation) {
  return {std::string(application_file_kind), organisation.value};
}

// Sign-up (W1, W6)
::joining::Kind tradesman_sign_up();
::joining::Kind broker_sign_up();

// Store
void insert(db::Transaction& tx, const Application& application, const std::vector<std::string>& trades);
void save(db::Transaction& tx, const Application& application);
std::optional<Application> find(db::Transaction& tx, identity::OrganisationId organisation);
// W6.same_orias: those of the network that bear its ORIAS number too, at most ten; none for whom has none.
std::vector<identity::OrganisationId> same_orias(db::Transaction& tx, const Application& application);
std::vector<std::string> declared_trades(db::Transaction& tx, identity::OrganisationId organisation);
// Declared after the sign-up, and to be ticked on the certificate (W8.declared).
std::vector<std::string> trades_to_tick(db::Transaction& tx, identity::OrganisationId organisation);
void add_trade(db::Transaction& tx, identity::OrganisationId organisation, std::string_view trade,
               std::optional<base::Instant> asked);
void remove_trade(db::Transaction& tx, identity::OrganisationId organisation, std::string_view trade);
void settle_trades(db::Transaction& tx, identity::OrganisationId organisation);  // they were decided on
std::vector<Paper> papers_of(db::Transaction& tx, identity::OrganisationId organisation);
// Of each of many firms that has some, in a statement for each 64 of them.
using Firms = std::vector<identity::OrganisationId>;
std::unordered_map<identity::OrganisationId, std::vector<std::string>> declared_trades(db::Transaction& tx,
                                                                                       const Firms& firms);
std::unordered_map<identity::OrganisationId, std::vector<Paper>> papers_of(db::Transaction& tx, const Firms& firms);
std::optional<Paper> find_paper(db::Transaction& tx, PaperId id);
void put(db::Transaction& tx, const Paper& paper);  // replaces the firm's paper of that kind; a qualification by its id
// W2: the names of the accepted ones in force on that day, of each firm that has some.
std::unordered_map<identity::OrganisationId, std::vector<std::string>> qualifications_of(db::Transaction& tx,
                                                                                         const Firms& firms,
                                                                                         base::Day day);
Firms with_ended_papers(db::Transaction& tx, base::Day today);
using Needs = std::map<std::pair<Role, PaperKind>, Need>;
Needs checklist(db::Transaction& tx);  // of every role and kind
void set_need(db::Transaction& tx, Role role, PaperKind kind, Need need);
// Waiting longest first, then those whose turn it is to send.
enum class Queue { to_judge, awaiting_papers, validated };
std::vector<Application> queue(db::Transaction& tx, Queue which, int limit = 100);
extern const std::string_view to_judge_sql;
int count_to_judge(db::Transaction& tx);

// The checklist of the firm with what it sent. A décennale is not asked of who does no building work (W8).
std::vector<Item> items_of(db::Transaction& tx, const Application& application);
// Of each of the applications, in their order, in as many statements for many as for one.
std::vector<std::vector<Item>> items_of(db::Transaction& tx, const std::vector<Application>& applications);
std::vector<Item> asked_of(std::vector<Item> items);  // without what is not asked and not there

// Acts
struct Upload {
  PaperKind kind;
  documents::Prepared file;
  std::string name = {};  // of a qualification
  PaperId replaces = {};  // of a qualification; none: another one
};
inline constexpr std::size_t longest_name = 80;  // characters
inline constexpr int most_qualifications = 20;
base::Outcome<base::Done> upload(platform::Act& act, identity::OrganisationId organisation, const Upload& upload);

struct Verdict {
  enum class Kind { accept, refuse } kind;
  std::string reason;                        // of a refusal
  std::optional<base::Day> valid_from = {};  // décennale
  std::optional<base::Day> valid_until = {};
  std::vector<std::string> trades = {};  // ticked on the décennale
  std::string certificate = {};          // insurer and number, as on it
};
base::Outcome<base::Done> judge(platform::Platform& platform, const identity::Actor& administrator, PaperId paper,
                                const Verdict& verdict);
base::Outcome<base::Done> validate(platform::Platform& platform, const identity::Actor& administrator,
                                   identity::OrganisationId organisation);
base::Outcome<base::Done> leave(platform::Platform& platform, const identity::Actor& member);  // W7
// The certificate of décennale that is accepted and in force; null: there is none to tick a trade on.
std::optional<Paper> certificate_in_force(db::Transaction& tx, identity::OrganisationId organisation, base::Day today);
bool trade_to_tick(db::Transaction& tx, const Application& application);  // and a certificate to tick it on
bool has_left(db::Transaction& tx, identity::OrganisationId organisation);
// W8.lapse: why a broker may declare no claim; null: he may.
std::optional<base::Refusal> lapse_of(db::Transaction& tx, identity::OrganisationId broker, base::Day today);
// The checklist changes (W1): whose turn it is, and who has lapsed, may change with it. Who lapses by it is told.
void change_checklist(platform::Act& act, Role role, const std::map<PaperKind, Need>& needs);

// Starts what a firm's papers need: internal to admission.
void start_validity(platform::Act& act, const Paper& paper);
// What the certificate brings stands beside what older ones covered: those are archived, never rewritten (W8).
void cover(platform::Act& act, const Paper& paper, const std::vector<std::string>& trades, base::Day from,
           const std::string& certificate);
void follow_waiting(platform::Act& act, Application application);
void note_verdict(platform::Act& act, const Application& application, const Paper& judged);  // W5.together
void register_refusals_delay(deadlines::Handlers& handlers);
void follow_missing(platform::Act& act, const Application& application);                // W5.missing, from now
void follow_lapse(platform::Act& act, const Application& application);                  // W8.lapse, on this day
Application application_of(platform::Act& act, identity::OrganisationId organisation);  // of an older partner: made
void register_delays(deadlines::Handlers& handlers);

}  // namespace works::admission
