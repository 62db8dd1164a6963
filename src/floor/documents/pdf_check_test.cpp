#include "floor/documents/pdf_check.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "support/files.hpp"

namespace documents {
namespace {

using support::pdf_with;

bool active(std::string_view catalog_entries, const std::vector<std::string>& objects = {}) {
  return inspect_pdf(pdf_with(catalog_entries, objects)) == Verdict::active;
}
bool sound(std::string_view catalog_entries, const std::vector<std::string>& objects = {}) {
  return inspect_pdf(pdf_with(catalog_entries, objects)) == Verdict::sound;
}

// P3.pdf
TEST(PdfCheck, lets_a_plain_document_through) { EXPECT_EQ(inspect_pdf(support::sample_pdf()), Verdict::sound); }

TEST(PdfCheck, lets_a_document_open_at_a_page_and_link_to_the_web) {
  EXPECT_TRUE(sound("/OpenAction [3 0 R /Fit]"));
  EXPECT_TRUE(sound("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"));
  EXPECT_TRUE(sound("/Extra 5 0 R",
                    {"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://exemple.fr) >> >>"}));
  EXPECT_TRUE(sound("/AcroForm << /Fields [] >>"));
}

TEST(PdfCheck, refuses_scripts_wherever_they_stand) {
  EXPECT_TRUE(active("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"));
  EXPECT_TRUE(active("/OpenAction 5 0 R", {"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"}));
  EXPECT_TRUE(active("/Names << /JavaScript << /Names [(a) 5 0 R] >> >>",
                     {"<< /S /JavaScript /JS 6 0 R >>", "<< /Length 0 >>\nstream\n\nendstream"}));
  EXPECT_TRUE(active("", {"<< /A << /Next [ << /S /JavaScript /JS (1) >> ] >> >>"}))
      << "in an object that nothing names";
  EXPECT_TRUE(active("/Extra [ [ << /S /#4aavaScript /JS (1) >> ] ]")) << "however its name is written";
}

TEST(PdfCheck, refuses_what_runs_opens_or_sends_something) {
  for (const char* const action : {"Launch", "ImportData", "SubmitForm", "GoToE", "GoToR", "Rendition", "Movie",
                                   "Sound", "RichMediaExecute", "GoToDp"})
    EXPECT_TRUE(active("/Extra 5 0 R", {std::string("<< /Type /Annot /A << /S /") + action + " /F (cmd.exe) >> >>"}))
        << action;
  EXPECT_TRUE(active("/OpenAction << /S /URI /URI (https://exemple.fr/espion) >>")) << "by itself";
  EXPECT_TRUE(active("/AA << /WC << /S /URI /URI (https://exemple.fr/espion) >> >>"));
}

TEST(PdfCheck, refuses_media_dynamic_forms_and_attached_files) {
  EXPECT_TRUE(active("/Extra 5 0 R", {"<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>"}));
  EXPECT_TRUE(active("/Extra 5 0 R", {"<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] >>"}));
  EXPECT_TRUE(active("/AcroForm << /XFA [(template) 5 0 R] >>", {"<< /Length 0 >>\nstream\n\nendstream"}));
  EXPECT_TRUE(active("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
                     {"<< /Type /Filespec /F (virus.exe) /EF << /F 6 0 R >> >>",
                      "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream"}));
}

TEST(PdfCheck, lets_the_data_of_a_factur_x_invoice_through) {
  const std::string data = "<< /Type /EmbeddedFile /Subtype /text#2Fxml /Length 6 >>\nstream\n<?xml>\nendstream";
  EXPECT_TRUE(sound(
      "/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
      {"<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /AFRelationship /Data /EF << /F 6 0 R >> >>", data}));
  EXPECT_TRUE(active("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
                     {"<< /Type /Filespec /F (factur-x.xml) /UF (virus.exe) /EF << /F 6 0 R >> >>", data}))
      << "readers show the Unicode name first";
}

TEST(PdfCheck, refuses_an_encrypted_document_with_or_without_a_password_to_open_it) {
  EXPECT_EQ(inspect_pdf(support::encrypted_pdf("secret")), Verdict::encrypted);
  EXPECT_EQ(inspect_pdf(support::encrypted_pdf("")), Verdict::encrypted) << "printing is forbidden, opening is not";
}

TEST(PdfCheck, refuses_a_document_cut_short_anywhere) {
  const std::string pdf = support::sample_pdf();
  for (std::size_t size = 0; size + 6 < pdf.size(); size += 13)
    EXPECT_EQ(inspect_pdf(std::string_view(pdf).substr(0, size)), Verdict::damaged) << size;
}

TEST(PdfCheck, refuses_files_that_are_a_pdf_and_something_else) {
  EXPECT_EQ(inspect_pdf("%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF"), Verdict::damaged);
  EXPECT_EQ(inspect_pdf(support::sample_pdf() + "PK\3\4archive"), Verdict::damaged);
  EXPECT_EQ(inspect_pdf(support::sample_pdf() + std::string(16, '\0')), Verdict::sound) << "filling is harmless";
}

TEST(PdfCheck, refuses_a_document_without_a_page) {
  EXPECT_EQ(inspect_pdf(support::pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"})),
            Verdict::damaged);
}

TEST(PdfCheck, ends_on_pages_that_go_round_in_a_circle_and_on_deep_nests) {
  EXPECT_EQ(
      inspect_pdf(support::pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"})),
      Verdict::damaged);
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_NE(inspect_pdf(pdf_with("/Extra 5 0 R", {deep})), Verdict::active);
}

TEST(PdfCheck, answers_whatever_the_bytes) {
  const std::vector<std::string> models{support::sample_pdf(), support::encrypted_pdf(""),
                                        support::encrypted_pdf("secret")};
  rc::check([&] {
    std::string bytes = *rc::gen::elementOf(models);
    const auto changes = *rc::gen::container<std::vector<std::pair<std::uint16_t, char>>>(
        rc::gen::pair(rc::gen::arbitrary<std::uint16_t>(), rc::gen::arbitrary<char>()));
    for (const auto& [at, byte] : changes) bytes[at % bytes.size()] = byte;
    const Verdict verdict = inspect_pdf(bytes);
    RC_ASSERT(verdict == Verdict::sound || verdict == Verdict::damaged || verdict == Verdict::encrypted ||
              verdict == Verdict::active);
  });
}

}  // namespace
}  // namespace documents
