// What the desks bring to every page: their entries of the rail, the sentences of their refusals, what the search
// finds, what the floor's own pages ask of their files.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/database.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/actor.hpp"
#include "floor/joining/joining.hpp"
#include "floor/messages/messages.hpp"
#include "floor/sms_templates/sms_template.hpp"
#include "floor/visit/search.hpp"
#include "floor/visit/written.hpp"
#include "web/html/url.hpp"
#include "web/phrasebook.hpp"
#include "web/ui/frame.hpp"

namespace worker {
class Worker;
}

namespace visit {

// One entry of the rail, shown to those whose organisation and role it fits.
struct NavItem {
  std::string_view label;
  web::html::Url url;
  web::ui::Icon icon;
  std::string_view section = {};  // the desk's name; empty: the entries common to all
  web::ui::Accent accent = web::ui::Accent::none;
  identity::KindSet kinds = {};  // empty: every kind
  identity::Role at_least = identity::Role::reader;
  // How much waits there: SQL of one number, of the organisation :organisation; a maintained row, or counted within an
  // index. All that a page asks is one statement. Empty: no count. 0 is not shown.
  std::string_view count = {};

  bool shown_to(const identity::Actor& actor) const {
    return (kinds.empty() || kinds.meets(actor.kinds)) && identity::at_least(actor.role, at_least);
  }
};

// Who may see the documents of one kind of file; the desk knows the parties (P3).
struct DocumentRule {
  std::string_view file_kind;
  bool (*may_see)(db::Transaction&, const documents::Document&, const identity::Actor&);
};

// What the floor's pages ask a desk about its files of one kind.
struct FileKind {
  std::string_view kind;                                           // "works.claim"
  web::html::Url (*url)(std::int64_t id, const identity::Actor&);  // the file's page, as this person opens it
  // Of what was written about files of this kind to a person's organisation, which may still be read (W14): an answer
  // for each, in as many statements for many as for one. Null: all of it.
  std::vector<bool> (*may_read)(db::Transaction&, std::span<const Written>, const identity::Actor&) = nullptr;
  // Whose organisation opens that page at all; empty: every one.
  identity::KindSet readers = {};
  // A person moved a delay of the file: the desk's lists follow, and both sides are told (P4). Null: nothing to do.
  void (*delay_moved)(platform::Act&, const deadlines::Deadline&) = nullptr;
};

// A delay that another organisation owes in a person's file, and what it is about: "T-2026-000123 · Durand".
struct WatchedDelay {
  deadlines::Deadline delay;
  std::string about;
};
// Those that a person sees on his files' pages, for his calendar (P4.icalendar); a desk's own scope decides.
using WatchedDelays = std::vector<WatchedDelay> (*)(db::Transaction&, const identity::Actor&);

struct Site {
  std::vector<NavItem> nav;  // in the order of the rail; a section's entries stand together
  web::Phrasebook phrases;
  std::vector<DocumentRule> document_rules = {};
  std::vector<FileKind> file_kinds = {};
  joining::Kinds sign_ups = {};
  std::vector<WatchedDelays> watched_delays = {};
  std::vector<SearchSource> search = {};                         // in the order of the page's groups
  std::vector<sms_templates::Template> sms_templates = {};       // in the order of their page
  std::unordered_map<std::string_view, std::string> words = {};  // French for codes of facts and of ledger entries

  const messages::Listeners* listeners = nullptr;  // null: no desk listens
  const deadlines::Handlers* handlers = nullptr;   // null: delays are called by the key of their rule
  worker::Worker* worker = nullptr;                // of this server; null: it runs none

  const FileKind* file_kind(std::string_view kind) const {
    for (const FileKind& known : file_kinds)
      if (known.kind == kind) return &known;
    return nullptr;
  }
  std::string_view word(std::string_view code) const {
    const auto found = words.find(code);
    return found == words.end() ? code : found->second;
  }
  std::string_view delay_label(std::string_view rule) const {
    return handlers == nullptr ? rule : handlers->label(rule);
  }
};

}  // namespace visit
