/**
 * First guesses of password lists that our length lets through, and the words they are built of (compared without the digits
 * and signs around them), with Belarusian and Russian habits and the words of this trade. Lower case.
 */
export const COMMON: ReadonlySet<string> = new Set(
  `
!qaz2wsx3edc !qaz@wsx#edc 000000000000 0987654321 098765432100 111111111111 112233445566 121212121212
123123123123 123456123456 123456789012 1234567890123 12345678901234 12345678910 1234567891011 123456789123
1234qwerasdf 1234qwerasdfzxcv 123qweasdzxc 147258369 147258369000 147852369 159753 1a2b3c4d5e6f 1q2w3e4r5t
1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx 1qaz2wsx3edc 1qazxsw23edc 321654987 741852963 789456123 789456123000
987654321012 a1b2c3d4e5f6 aa123456789 abc123456789 abc123abc123 abcdef123456 abcdefghijkl abcdefghijklm admin
admin123 adminadmin administrator administrator1 adminpassword arsenal asd123456789 asdfasdf asdfgh asdfghjkl
asdfghjkl; autumn barcelona baseball baseball1234 basketball batman batman123456 battery belarus bgt5nhy6mju7
bitrix bitrix24 cde3vfr4bgt5 certificate changeme changemeplease charlie chelsea client client123 computer
correct correcthorsebatterystaple customer december2025 default defaultpassword demo demo12345678 demodemo
demopassword dragon dragon123456 example facebook february2026 football football1234 friday google guest haslo
horse ihatepasswords iloveyou iloveyou123 iloveyou1234 iloveyouforever instagram internet iphone january2026
jennifer jordan letmein letmein123 letmein12345 letmeinplease linux liverpool login mailru manchester market
marketplus master master123456 michael microsoft minsk monday monkey monkey123456 moscow mypassword mypassword1
mysecretpassword newpassword nopassword november2026 october2026 oldpassword p4ssword p@ssw0rd p@ssword
pa$$word parola passw0rd password password1234 password12345 password123456 passwordadmin passwordpassword
passwordqwerty passwords passwort pokemon princess princess1234 private q123456789 q1w2e3r4 q1w2e3r4t5y6 qazwsx
qazwsxedc qazwsxedcrfv qwe123456789 qweasd qweasdzxc qweasdzxc123 qwer1234asdf qwerasdfzxcv qwerty qwerty123456
qwerty1234567 qwertypassword qwertyqwerty qwertyu qwertyui qwertyuio qwertyuiop qwertyuiop[] root rootroot
russia samsung saturday secret secure security september2026 shadow smart-cg smartcg smartcreative spiderman
spring staple starwars summer summer2026 sunday sunshine sunshine1234 superman superman1234 supersecret
superstar telegram temporarypassword temppassword test test1234 testing testpassword testtest testtesttest
thisisapassword thisismypassword thursday toor topsecret trustno1 trustnoone tuesday user username usernameuser
userpassword vkontakte wednesday welcome welcome1 welcome12345 welcome123456 welcomehome whatever whatsapp
windows winter winter2026 yandex yourpassword zaq!2wsx zaq12wsx zaq1xsw2cde3 zxc123456789 zxcvbn zxcvbnm
zxcvbnm,./ август администратор александр андрей апрель бабушка беларусь битрикс битрикс24 брест бухгалтер
бухгалтерия весна витебск гомель гродно декабрь динамо директор дмитрий договор жывебеларусь зайчик зенит зима
июль июнь йцукен йцукенг йцукенгш йцукенгшщз йцукенгшщзхъ компания котенок лето люблютебя любовь май максим
мамапапа мамочка март минск могилев москва наташа ноябрь октябрь организация осень пароль парольпароль привет
приветмир приветпривет россия сентябрь сергей сертификат солнышко спартак февраль фывапролд фывапролджэ январь
ячсмить ячсмитьбю
`
    .trim()
    .split(/\s+/),
);
