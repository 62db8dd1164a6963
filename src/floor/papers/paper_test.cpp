// What Mandat draws is read back by poppler: its words, its pages, its seal.
#include "floor/papers/paper.hpp"

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/french.hpp"
#include "floor/documents/pdf_check.hpp"
#include "floor/papers/pdf_text.hpp"
#include "floor/papers/seal.hpp"

namespace papers {
namespace {

class Papers : public testing::Test {
 protected:
  Papers() : folder_(std::filesystem::temp_directory_path() / ("mandat-papers-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Papers() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path kept(const std::string& pdf) {
    const auto path = folder_ / "paper.pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    return path;
  }
  std::string text_of(const std::string& pdf) { return text_of_pdf(kept(pdf)).value(); }
  // What a program of poppler says of the file.
  std::string said_by(const std::string& program, const std::string& pdf) {
    const auto answer = folder_ / "answer";
    const std::string command = program + " " + kept(pdf).string() + " > " + answer.string() + " 2>&1";
    EXPECT_GE(std::system(command.c_str()), 0);
    std::stringstream text;
    text << std::ifstream(answer).rdbuf();
    return text.str();
  }

  const std::filesystem::path folder_;
};

About about() {
  return {.title = "Comparatif des offres",
          .author = "Cabinet Morel",
          .made = *base::instant_from_iso_utc("2026-11-21T08:12:00Z"),
          .footer = "Cabinet Morel, courtier en assurances"};
}

std::string sample(int rows) {
  Paper paper(about());
  paper.letterhead({{"Cabinet Morel", "12 rue de l’Église", "69003 Lyon"}, {"Société Œuvre d’été", "Nîmes"}});
  paper.title("Comparatif des offres");
  paper.paragraph("Prime minimale : " + base::french::euros(base::Money{1'234'550}) + " par an.");
  paper.facts({{"Assuré", "Société Œuvre d’été"}, {"Effet", "1er déc. 2026"}});
  paper.note("L’offre expire le 30 novembre.", Tone::warn);
  paper.bullets({"premier point", "second point"});
  paper.heading("Acheteurs");
  PaperTable table{.columns = {{"Acheteur", 3}, {"Encours demandé", 2, Side::end}}, .rows = {}};
  for (int i = 1; i <= rows; ++i)
    table.rows.push_back(
        {{"Acheteur numéro " + std::to_string(i), PaperCell(base::french::euros(base::Money::euros(i)), Tone::good)}});
  table.rows.push_back({{"Total", base::french::euros(base::Money::euros(rows * (rows + 1) / 2))}, Weight::strong});
  paper.table(table);
  return paper.finish();
}

int count(std::string_view text, std::string_view what) {
  int found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// P9.drawn
TEST_F(Papers, hold_their_words_on_pages_that_repeat_the_header_and_say_their_number) {
  const std::string pdf = sample(100);
  EXPECT_EQ(documents::inspect_pdf(pdf), documents::Verdict::sound);
  const std::string text = text_of(pdf);
  for (const char* words : {"Comparatif des offres", "Société Œuvre d’été", "Prime minimale", "L’offre expire",
                            "Acheteur numéro 100", "• premier"})
    EXPECT_NE(text.find(words), std::string::npos) << words;
  EXPECT_EQ(count(text, "Acheteur numéro"), 100);
  EXPECT_EQ(count(text, "Encours demandé"), 4);
  EXPECT_EQ(count(text, "Page\u00A0") + count(text, "Page 4"), 1)
      << text.substr(text.size() > 400 ? text.size() - 400 : 0);
  const std::string info = said_by("pdfinfo", pdf);
  EXPECT_NE(info.find("Title:           Comparatif des offres"), std::string::npos) << info;
  EXPECT_NE(info.find("Author:          Cabinet Morel"), std::string::npos);
  EXPECT_NE(info.find("Pages:           4"), std::string::npos);
  EXPECT_NE(info.find("A4"), std::string::npos);
  const std::string fonts = said_by("pdffonts", pdf);
  EXPECT_EQ(count(fonts, " no  "), 0) << "every font is embedded: " << fonts;
}

TEST_F(Papers, are_the_same_bytes_for_the_same_content) { EXPECT_EQ(sample(3), sample(3)); }

TEST_F(Papers, go_on_over_pages_where_a_text_is_long) {
  Paper paper(about());
  std::string lines;
  for (int i = 0; i < 200; ++i) lines += "ligne " + std::to_string(i) + "\n";
  paper.paragraph(lines);
  paper.new_page();
  paper.paragraph("fin", Weight::quiet);
  const std::string text = text_of(paper.finish());
  EXPECT_NE(text.find("ligne 199"), std::string::npos);
  EXPECT_NE(text.find("fin"), std::string::npos);
}

struct Identity {
  std::string key, certificate;
};
Identity self_signed() {
  EVP_PKEY* key = ::EVP_EC_gen("P-256");
  X509* certificate = ::X509_new();
  ::X509_set_version(certificate, 2);
  ASN1_INTEGER_set(::X509_get_serialNumber(certificate), 7);
  ::X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
  ::X509_gmtime_adj(X509_getm_notAfter(certificate), 3600L * 24 * 365);
  X509_NAME* name = ::X509_get_subject_name(certificate);
  const auto* words = reinterpret_cast<const unsigned char*>("Cachet de test");
  ::X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, words, -1, -1, 0);
  ::X509_set_issuer_name(certificate, name);
  ::X509_set_pubkey(certificate, key);
  ::X509_sign(certificate, key, ::EVP_sha256());
  const auto text_of = [](auto write) {
    BIO* bio = ::BIO_new(::BIO_s_mem());
    write(bio);
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    std::string text(bytes, static_cast<std::size_t>(size));
    ::BIO_free(bio);
    return text;
  };
  Identity made{text_of([&](BIO* bio) { ::PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); }),
                text_of([&](BIO* bio) { ::PEM_write_bio_X509(bio, certificate); })};
  ::X509_free(certificate);
  ::EVP_PKEY_free(key);
  return made;
}

Seal seal_of(const Identity& identity) {
  return {.key_pem = identity.key,
          .certificate_pem = identity.certificate,
          .name = "Mandat",
          .reason = "Police souscrite le 1er déc. 2026",
          .at = about().made};
}

// C11.sealed
TEST_F(Papers, sealed_are_verified_by_another_program_and_a_changed_byte_shows) {
  const Identity identity = self_signed();
  std::string sealed = seal(sample(3), seal_of(identity));
  const std::string verdict = said_by("pdfsig -nocert", sealed);
  EXPECT_NE(verdict.find("Signature is Valid"), std::string::npos) << verdict;
  EXPECT_NE(verdict.find("ETSI.CAdES.detached"), std::string::npos) << verdict;
  EXPECT_NE(verdict.find("Cachet de test"), std::string::npos) << verdict;
  EXPECT_NE(verdict.find("Total document signed"), std::string::npos) << verdict;
  EXPECT_EQ(documents::inspect_pdf(sealed), documents::Verdict::sound);
  EXPECT_NE(text_of(sealed).find("Comparatif des offres"), std::string::npos);
  const std::size_t inside =
      sealed.find("Police") != std::string::npos ? sealed.find("Police") : sealed.find("/Reason") + 12;
  sealed[inside] = static_cast<char>(sealed[inside] ^ 1);
  EXPECT_EQ(said_by("pdfsig -nocert", sealed).find("Signature is Valid"), std::string::npos);
}

TEST_F(Papers, are_not_sealed_with_a_key_of_another_certificate) {
  const Identity one = self_signed(), other = self_signed();
  EXPECT_THROW(seal(sample(1), seal_of({one.key, other.certificate})), std::runtime_error);
  EXPECT_THROW(seal(sample(1), seal_of({"", one.certificate})), std::runtime_error);
  EXPECT_THROW(seal("no PDF", seal_of(one)), std::exception);
}

TEST_F(Papers, carry_a_file_that_another_program_finds) {
  const std::string pdf = attach_file(sample(1), {.filename = "factur-x.xml",
                                                  .media_type = "text/xml",
                                                  .description = "Facture",
                                                  .bytes = "<facture/>",
                                                  .at = about().made});
  EXPECT_NE(said_by("pdfdetach -list", pdf).find("factur-x.xml"), std::string::npos);
  const std::string sealed = seal(pdf, seal_of(self_signed()));
  EXPECT_NE(said_by("pdfsig -nocert", sealed).find("Signature is Valid"), std::string::npos);
  EXPECT_NE(said_by("pdfdetach -list", sealed).find("factur-x.xml"), std::string::npos);
}

}  // namespace
}  // namespace papers
