// Aide (M30): what a repairer asks a firm when a file is missing, and what that firm reads besides.
#pragma once

#include <string>
#include <vector>

#include "desks/motor/file/file.hpp"
#include "desks/motor/help/help_rules.hpp"
#include "floor/platform/act.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace motor::help {

using MessageId = base::Id<struct HelpMessageTag>;

struct Message {
  MessageId id;
  identity::OrganisationId cabinet, repairer;
  identity::AccountId by;
  std::string about;  // plate or number of the missing file, as typed
  std::string said;
  base::Instant at;
  std::string answer = {};
  std::optional<base::Instant> answered_at = {};
  identity::AccountId answered_by = {};
};

// For the firm alone: a file he named that he does not see, or a SIRET among its files that looks like his.
struct Hint {
  FileId file = {};
  std::string reference = {};
  std::string siret;  // empty: the file has none
  std::int64_t files = 0;
  std::string own = {};  // the SIRET of his that it resembles
  Likeness likeness = Likeness::none;
};

base::Outcome<MessageId> ask(platform::Act& act, const identity::Actor& repairer, identity::OrganisationId cabinet,
                             const Asked& asked);
base::Outcome<base::Done> answer(platform::Act& act, const identity::Actor& cabinet, MessageId id,
                                 std::string_view text);
// What the firm's files say of a repairer who misses one.
std::vector<Hint> hints_for(db::Transaction& tx, identity::OrganisationId cabinet, identity::OrganisationId repairer,
                            std::string_view about);

// Store. From after that one on, in the order of the list (P14); none: from its beginning.
std::optional<Message> find(db::Transaction& tx, MessageId id);
std::vector<Message> of_repairer(db::Transaction& tx, identity::OrganisationId repairer, MessageId after,
                                 int limit);  // newest first
enum class Fate { waiting, settled };
// What waits, oldest first; what is settled, newest first.
std::vector<Message> of_cabinet(db::Transaction& tx, identity::OrganisationId cabinet, Fate fate, MessageId after,
                                int limit);
extern const std::string_view waiting_sql;  // how many, for the firm :organisation
std::int64_t count_waiting(db::Transaction& tx, identity::OrganisationId cabinet);
std::int64_t count_waiting(db::Transaction& tx, identity::OrganisationId cabinet, identity::OrganisationId repairer);
std::vector<std::vector<Hint>> hints_of(db::Transaction& tx, const std::vector<Message>& messages);  // in their order
void insert(db::Transaction& tx, const Message& message, const std::vector<Hint>& hints);
void save_answer(db::Transaction& tx, const Message& message);

web::Response show_help(visit::Visit& visit);
web::Response post_help(visit::Visit& visit);
web::Response show_reports(visit::Visit& visit);
web::Response post_answer(visit::Visit& visit);

std::span<const visit::Route> routes();
std::vector<visit::NavItem> nav();

}  // namespace motor::help
