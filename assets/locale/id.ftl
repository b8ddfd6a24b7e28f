# Kata-kata program dalam bahasa Indonesia. Katakan apa yang ada, jangan menilai.

months = Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember
months-short = Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des
weekdays = Senin Selasa Rabu Kamis Jumat Sabtu Minggu

## Bilah atas
open-files = Buka berkas…
open-folder = Buka folder…
undo = Urungkan
redo = Ulangi
theme-light = Tema terang
theme-dark = Tema gelap
library-toggle = Pustaka
inspector-toggle = Panel rincian

## Pustaka
library = Pustaka
library-counts = { $meetings } pertemuan, { $articles } artikel
meeting-counts = { $articles } artikel, { $words } kata
drop-hint = Letakkan berkas di sini, atau tempel teks dengan Ctrl V
coverage-hint = Bilah: bagian kata sebuah artikel yang juga ada di artikel lain tentang pertemuan itu.
close-all = Tutup semua
percent = { $percent }%
article-base = Jadikan acuan
article-hide = Singkirkan dari layar
article-show = Tampilkan di layar
article-remove = Keluarkan dari proyek
repeat-later = versi kemudian
repeat-version = versi lain
repeat-same = artikel yang sama

## Legenda
kind-verbatim = verbatim
kind-near = hampir verbatim
kind-reworded = ditulis ulang
kind-moved = berpindah
kind-only-here = hanya di sini
kind-stock = tidak dihitung
asides-show = Disisihkan: { $count }
columns-next = Kolom berikutnya
columns-previous = Kolom sebelumnya

## Kolom
base = acuan
base-hint = Kolom lain dibandingkan dengan kolom ini: apa yang berpindah, kata mana yang berbeda.
base-make = Bandingkan yang lain dengan { $outlet }
share = { $percent }% sama
share-hint = Bagian kata artikel ini yang juga ada di artikel lain tentang pertemuan itu
column-close = Singkirkan { $outlet } dari layar
strip = Ikhtisar { $outlet }
passage-name = Bagian { $number }, { $kind }: { $words }
passage-name-moved = Bagian { $number }, { $kind }, berpindah: { $words }
restore = Kembalikan ke dalam teks
restored-by-you = Dikembalikan oleh Anda
set-aside-again = Sisihkan lagi

## Panel rincian
inspector-empty = Tidak ada yang terbuka.
passage-title = Bagian { $number } dari { $total }
passage-summary = Di { $witnesses } tempat dari { $articles } artikel, { $words } kata.
focus-next = Bagian berikutnya (Alt ↓)
focus-previous = Bagian sebelumnya (Alt ↑)
focus-leave = Tinggalkan bagian ini (Esc)
words-same = { $same } dari { $total } kata
absent = tidak ditemukan
copy-citation = Salin dengan sumbernya
citation-paragraph = paragraf { $number }
fields-title = Tentang artikel ini
fields-hint = Yang terbaca dari halamannya; Anda dapat mengubahnya. Tekan bagian yang ditandai untuk membandingkan saksinya.
field-headline = Judul
field-deck = Anak judul
field-outlet = Media
field-published = Tanggal terbit
field-author = Penulis
field-editor = Editor
field-agency = Kantor berita
field-dateline = Tempat
field-captions = Keterangan foto
field-credits = Sumber foto
field-language = Bahasa
field-file = Berkas
language-id = Indonesia
language-en = Inggris
language-ms = Melayu
origin-none = tidak ditemukan
origin-inferred = disimpulkan
origin-declared = data halaman
origin-printed = tercetak
origin-file = nama
origin-reader = diubah oleh Anda
field-edit = Ubah { $field }
field-save = Simpan
field-back = Kembali ke yang terbaca
as-read = Yang terbaca: “{ $text }”.
as-read-nothing = Yang terbaca: tidak ditemukan.
list-hint = Satu nama atau teks per baris. Ctrl Enter menyimpan.
date-hint = Seperti 2024-04-09, atau dengan jam: 2024-04-09 15:34, 2024-04-09 15:34 WIB.
date-wrong = Bentuknya bukan tanggal. Tulis seperti 2024-04-09, atau dengan jam: 2024-04-09 15:34.
date-no-day = Hari itu tidak ada. Tulis tahun, bulan, dan hari, seperti 2024-04-09.
date-no-time = Jam itu tidak ada. Tulis jam dan menit, seperti 2024-04-09 15:34.
date-no-zone = Zona waktunya tidak dikenal. Tulis +07:00, WIB, WITA, atau WIT di belakang jam, atau kosongkan.
language-wrong = Tulis Indonesia, Inggris, Melayu, atau tag bahasa lain, seperti jv.
inferred-weekday = Tercetak “{ $printed }”; tahunnya ialah tahun terakhir ketika hari dan tanggal itu cocok.
inferred-weekday-also = Tercetak “{ $printed }”; hari dan tanggal cocok pada tahun yang tertera (juga pada { $years }).
inferred-event = Tercetak “{ $printed }”; teks menempatkannya sesudah “{ $event }”, peristiwa tahun { $year }.
inferred-text = Tidak ada baris tanggal; diambil dari “{ $printed }” di dalam teks.
inferred-words = Disimpulkan dari kata-kata teksnya.

## Disisihkan
reason-menu = Menu situs
reason-advertisement = Iklan
reason-caption = Keterangan atau sumber foto
reason-byline = Baris penulis
reason-related = Berita terkait
reason-comments = Komentar
reason-share = Tombol berbagi
reason-footer = Kaki halaman
reason-other = Lain-lain
cause-phrase = Dikenali dari “{ $phrase }”.
cause-under = Berada di bawah “{ $heading }”.
cause-sections = Sederet nama rubrik.
cause-picture = Berakhir dengan sumber foto, atau berada di sebelahnya. Disimpan sebagai bidang.
cause-credits = Hanya menyebut orang atau tanggal. Disimpan sebagai bidang.
cause-stray = Baris pendek di luar teks berjalan.
cause-twice = Tercetak dua kali.
cause-markup = Ditandai “{ $name }” oleh halaman itu sendiri.
cause-divided = Hanya satu dari dua cara membaca halaman menganggapnya bagian artikel.
cause-edge = Berada di tepi halaman berkas ini.
cause-link = Hanya tautan, atau judul di atas tautan.
cause-next = Milik artikel berikutnya pada halaman itu.
cause-outside = Di luar artikel pada halaman itu.

## Bilah status
status-empty = Tidak ada artikel
status-counts = { $articles } artikel, { $words } kata, { $passages } bagian yang sama
status-settings = Bagian terpendek: { $words } kata
status-comparing = Membandingkan…
status-loading = Membaca { $done } dari { $total }…
cancel = Batalkan
notice-cancelled = Dihentikan. Yang sudah terbuka tidak berubah.
notice-panic = Terjadi kesalahan di dalam program; tidak ada yang berubah. { $detail }
notice-copied = Tersalin beserta sumbernya.
notice-nothing-to-paste = Tidak ada teks di papan klip.

## Halaman awal, meletakkan berkas
start-title = Letakkan artikel tentang satu pertemuan
start-text = Halaman web tersimpan, berkas PDF, Word, OpenDocument, teks dan Markdown, arsip zip yang memuatnya, atau seluruh folder. Semuanya dibaca di komputer ini: Crossread tidak membuka sambungan jaringan dan tidak mengubah berkas. Ctrl V menempelkan teks.
start-open = Buka berkas…
start-sample = Buka contoh: satu pertemuan, beberapa media
sample-line = Ini contoh: satu pertemuan rekaan, sebagaimana diceritakan beberapa media. Letakkan artikel Anda sendiri di mana saja pada jendela ini untuk membandingkannya.
drop-title = Lepaskan { $count } berkas untuk dibandingkan
drop-text = Semuanya dibaca di komputer ini; tidak ada yang keluar.
dialog-missing = Desktop ini tidak punya dialog berkas. Letakkan berkas di jendela, atau ketik alamatnya.
dialog-filter = Artikel
path-field = Alamat
path-open = Buka
path-close = Tutup

## Laporan impor
report-title = { $files } berkas: { $counts }
report-count-loaded = { $count } dimuat
report-count-remarks = { $count } dimuat dengan catatan
report-count-versions = { $count } dimuat sebagai versi
report-count-duplicates = { $count } sudah ada
report-count-failed = { $count } tidak dimuat
report-close = Baca artikelnya
report-show = Laporan impor
report-add = Tambahkan juga
report-duplicate = sudah ada, tidak ditambahkan
report-version = dimuat, sebuah versi
report-same-as = Artikel yang sama dengan “{ $title }” ({ $file }). Bila ditambahkan, ia terhitung dua kali.
report-later-than = Versi kemudian dari “{ $title }” ({ $file }).
report-earlier-than = Versi terdahulu dari “{ $title }” ({ $file }).
report-version-of = Versi lain dari “{ $title }” ({ $file }).
report-loaded = dimuat
report-remarks = dimuat dengan catatan
report-failed = tidak dimuat
remark-damaged = { $count } karakter tidak terbaca sebagai { $encoding } dan tampil sebagai �. Jika teksnya tampak salah, simpan berkas sebagai UTF-8.
remark-no-text = Tidak ada teks di halaman ini: teksnya ditampilkan oleh skrip. Simpan halaman secara lengkap, atau sebagai PDF, lalu seret ke sini.
remark-part = Ini halaman { $page } dari { $all }; sisa artikelnya tidak ada di sini. Simpan halaman yang menampilkan semuanya.
remark-no-body = Tidak ditemukan teks berjalan; semuanya disisihkan. Tampilkan yang disisihkan dan kembalikan yang termasuk artikel.

## Masukan yang bermasalah
error-missing = { $file }: berkas ini tidak ada. Periksa namanya, atau letakkan lagi berkasnya.
error-unreadable = { $file }: tidak dapat dibaca ({ $detail }). Periksa izin berkasnya.
error-empty = { $file }: tidak ada teks di dalamnya. Pilih berkas lain.
error-binary = { $file }: ini bukan berkas teks ({ $kind }). Simpan artikelnya sebagai HTML, PDF, DOCX, atau teks biasa.
error-encoding = { $file }: pengodean teksnya tidak dapat dikenali. Simpan sebagai UTF-8.
error-unknown-kind = { $file }: ini bukan jenis berkas yang dibaca di sini. Simpan sebagai HTML, PDF, DOCX, atau teks biasa.
error-document = { $file }: ini berkas { $kind }, yang tidak dibaca di sini. Buka di program asalnya lalu simpan sebagai DOCX atau PDF.
error-damaged = { $file }: berkas { $kind } ini rusak atau tidak lengkap. Simpan atau unduh sekali lagi.
error-encrypted = { $file }: terkunci dengan kata sandi. Simpan salinan tanpa kata sandi lalu seret ke sini.
error-scanned = { $file }: tidak ada teks di PDF ini, hanya gambar halaman. Simpan artikelnya sebagai halaman web, atau jalankan dulu pengenalan teks.
error-too-many-pages = { $file }: { $pages } halaman lebih banyak daripada sebuah artikel (paling banyak { $limit }). Potong halaman artikelnya lalu seret ke sini.
error-too-much-inside = { $file }: isinya setelah dibuka lebih besar daripada artikel (paling banyak { $limit } MB). Buka sendiri arsipnya lalu letakkan artikelnya.
error-too-many-inside = { $file }: berkas di dalamnya lebih banyak daripada yang diperiksa (paling banyak { $limit }). Buka sendiri arsipnya lalu letakkan artikelnya.
error-too-deep = { $file }: bagian-bagiannya bersarang terlalu dalam untuk sebuah artikel. Simpan sebagai teks biasa.
error-archive = { $file }: arsip ini tidak dibuka di sini. Buka arsipnya lalu seret berkas-berkasnya.
error-reader-failed = { $file }: berkas ini tidak dapat dibaca: pembacanya gagal. Simpan dalam format lain, misalnya teks biasa.
error-too-long = { $file }: membacanya memakan lebih dari { $seconds } detik dan dihentikan. Simpan dalam format lain, misalnya teks biasa.
error-too-large = { $file }: { $size } MB lebih besar daripada sebuah artikel (paling banyak { $limit } MB). Potong artikelnya lalu seret ke sini.
error-changing = { $file }: berubah ketika sedang dibaca. Tunggu sampai selesai, lalu letakkan lagi.
error-no-articles = { $file }: tidak ada yang bisa berupa artikel di dalamnya (tidak ada berkas .txt, .md, .html, .mhtml, .pdf, .docx, atau .odt). Letakkan folder yang berisi artikel, atau berkasnya sendiri.
error-not-written = { $file }: tidak dapat ditulis ({ $detail }).
error-no-display = Tidak ada layar untuk membuka jendela. Tanpa layar, pakai: crossread compare, extract, group, atau screenshot (lihat crossread --help).
error-no-window = Jendela tidak dapat dibuka ({ $detail }). Tanpa jendela, pakai: crossread compare, extract, group, atau screenshot (lihat crossread --help).
