#include "base/words.hpp"
#include "floor/audit/audit.hpp"
#include "floor/sms_templates/sms_templates.hpp"
#include "floor/sms_templates/sms_templates_rules.hpp"

namespace sms_templates {

namespace {

using messages::SmsAlphabet;

constexpr base::Word<SmsAlphabet> alphabets[] = {
    {SmsAlphabet::gsm7, "gsm7", "GSM-7"},
    {SmsAlphabet::as_written, "as_written", "UCS-2"},
};

Wording read_wording(const db::Row& row) {
  const auto alphabet = base::value_of(alphabets, row.text(1));
  MANDAT_ASSERT(alphabet);
  return {row.get<std::string>(0), *alphabet};
}

}  // namespace

std::map<std::string, Changed, std::less<>> changed(db::Transaction& tx) {
  std::map<std::string, Changed, std::less<>> found;
  tx.each("select wording, alphabet, changed_at, changed_by, template from sms_templates", {}, [&](const db::Row& row) {
    found.emplace(row.get<std::string>(4),
                  Changed{read_wording(row), row.get<base::Instant>(2), row.get<identity::AccountId>(3)});
  });
  return found;
}

Wording wording_of(db::Transaction& tx, const Template& sms) {
  return tx
      .row("select wording, alphabet from sms_templates where template = :template", {{"template", sms.key}},
           read_wording)
      .value_or(Wording{std::string(sms.text), SmsAlphabet::gsm7});
}

void write(db::Transaction& tx, messages::NewMessage& message, const Template& sms, const Values& values,
           const Values& shorter) {
  Wording made = fitted(sms, wording_of(tx, sms), values, shorter);
  message.body = std::move(made.text);
  message.alphabet = made.alphabet;
}

void change(platform::Act& act, const Template& sms, const Wording& wording) {
  const bool own = wording.text == sms.text && wording.alphabet == SmsAlphabet::gsm7;
  if (own)
    act.tx.execute("delete from sms_templates where template = :template", {{"template", sms.key}});
  else
    act.tx.execute(
        "insert into sms_templates (id, template, wording, alphabet, changed_at, changed_by) values (:id, :template, "
        ":wording, :alphabet, :now, :by) on conflict (template) do update set wording = excluded.wording, "
        "alphabet = excluded.alphabet, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        {{"id", act.ids.next()},
         {"template", sms.key},
         {"wording", wording.text},
         {"alphabet", base::word_of(alphabets, wording.alphabet).text},
         {"now", act.now},
         {"by", act.by.account}});
  audit::record(
      act,
      {"sms_template.changed", {}, {{"template", std::string(sms.key)}, {"text", own ? "standard" : wording.text}}});
}

}  // namespace sms_templates
