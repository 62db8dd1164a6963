// What a file's page reads, once, in the reader's scope.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "desks/motor/document/paper_actions.hpp"
#include "desks/motor/document/turn.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/photos/photo_set.hpp"
#include "desks/motor/schedule/board.hpp"
#include "desks/motor/supplement/supplement.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/form.hpp"

namespace motor::page {

enum class Reader { firm, repairer };

struct FileView {
  file::File file;
  Reader reader;
  bool may_act;  // member or manager
  std::vector<document::Paper> papers;
  std::unordered_map<documents::DocumentId, documents::Document> files;  // of the papers
  std::optional<document::PaymentAgreement> agreement;
  std::vector<file::Change> history;
  std::optional<file::Asked> asked;  // documents, of who has the file
  document::Turn turn;               // whose word is awaited
  photos::Set photos;
  std::vector<deadlines::Deadline> delays;  // pending
  std::vector<document::Draft> drafts;      // the repairer's invoices that wait for their total
  schedule::Board board;                    // dates (M21)
  std::vector<supplement::Supplement> supplements;
  identity::Names names;
  base::Instant now;
  std::string csrf_token;
  web::ui::FormState typed = {};                 // of the form that was refused
  std::string told = {};                         // what was done all the same
  std::optional<documents::Prepared> held = {};  // a document that the refused form need not carry again
  std::string held_text = {};                    // as the form keeps it

  bool firm() const { return reader == Reader::firm; }
  bool open() const { return file.position.state != file::State::closed; }
};
std::optional<FileView> load(db::Transaction& tx, FileId id, const visit::Visit& visit);
schedule::Reading dates_of(const FileView& view);

// The head of the page, the same above each tab.
enum class Tab { file, expertise };
web::html::Markup head_of(const FileView& view, Tab tab);
// Where either tab asks whether it changed (P15); nowhere when it shows a form again, so as to keep what was typed.
std::optional<web::html::Url> changes_of(const FileView& view, int status);

// The parts of the page.
web::html::Markup vehicle_card(const FileView& view);
web::html::Markup insured_card(const FileView& view);
web::html::Markup principal_card(const FileView& view);
web::html::Markup parties_card(const FileView& view);
web::html::Markup repairer_card(const FileView& view);  // the firm's: whose vehicle it is to repair
web::html::Markup flags_card(const FileView& view);
web::html::Markup agreement_card(const FileView& view);  // nothing until it is available (M20)
web::html::Markup received_card(const FileView& view);
web::html::Markup sent_card(const FileView& view);
web::html::Markup drafts_card(const FileView& view);  // the repairer's; nothing when no invoice waits
web::html::Markup send_card(const FileView& view);    // the repairer's
web::html::Markup post_card(const FileView& view);    // the firm's
web::html::Markup state_card(const FileView& view);   // the firm's
web::html::Markup history_card(const FileView& view);

// After an act on the file: its page with what was done, or again with what is wrong.
web::Response after(visit::Visit& visit, FileId id, const base::Outcome<base::Done>& done, std::string sentence);
struct Kept {
  std::string told = {};                         // what was done all the same
  std::optional<documents::Prepared> held = {};  // the document that came with it
};
web::Response show_again(visit::Visit& visit, FileId id, const base::Refusals& refusals, Kept kept = {});

}  // namespace motor::page
