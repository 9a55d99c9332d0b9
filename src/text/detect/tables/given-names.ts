/** Given names common in many countries, in Latin letters without diacritics; far from complete, which is why names are only ever put up for review. */
const LATIN = `
aaliyah aarav abbas abdallah abdel abdelkader abdi abdirahman abdoul abdoulaye abdul abdullah abdullahi abebe abel abena abigail abraham achieng
adam adama adamu adebayo adel aditi aditya adjoa adnan adriana adrian adwoa agnes agnieszka ahmad ahmed aicha aida aigerim aisha aissatou aizhan akello akinyi akira
akosua alan albert alberto alejandra alejandro aleksandr aleksandra alessandro alex alexander alexandra alexei alexis alfred ali alia alice alicia alina aline alioune alison
allison alma almaz alvaro amadou amal amanda amani amara ambika ameena amelia amelie amina aminata aminah amir amira amit amna amy ana anais ananya anastasia anders andre andrea andreas andrei andres andrew andriy
angela angelica angelina angelo angie anh anita anjali ankita ann anna anne annette annie anouk anthony antoine anton antonia antonio anwar anya aparna ariana ariel arif arjun arman armando arnaud arthur arturo arun asha
ashley ashok asif asma assane astrid asya atieno aurelie austin avery awa ayaan ayan ayana aya ayesha aylin ayodele ayse aziz aziza babacar bakary barbara bashir basma beatrice beatriz bekele ben benjamin bernard beth betty
bianca bibi bilal bintou blanca boris brahim brandon brenda brian bruno bukola burak camila camille carla carlos carmen carol carolina caroline catalina catherine cecilia cecile celine chantal charles charlotte cheikh chiara chidi chika
chinedu chinwe chioma chipo chloe chris christina christine christopher chukwu ciara clara claire claude claudia clement cristina cristian cyril dalia damilola dan dana daniel daniela danielle danuta daria dariusz david dawit deborah deepa deepak delphine denis
derek desta devi diana diarra diego dieudonne dilara dimitri dina dinara diogo djamila dmitri dmitry dolores dominik dominique donald doris dorothy douglas dylan ebony edith eduardo edward edwin efua ekaterina elena eleni elias elif elijah elina
elisa elisabeth elise elizabeth ella ellen elodie elsa elvira emeka emil emilia emilie emily emiliano emine emma emmanuel enrique eric erica erik ernesto esi esperanza esra esteban esther ethan eugene eva evan evelyn fadi fadila fahad faisal
faith fanta farah farhan farida farrukh fathima fatiha fatima fatimah fatma fatmata fatou fatoumata fayez federico felipe felix fernanda fernando fiona florence fouad francesca francesco francis francisca francisco francois francoise freya gabriel gabriela gael galina 
george georges gerard gift gilbert gina giorgi giovanni gita giulia gloria gonzalo goran grigory guadalupe guillaume guillermo gulnara gunnar gustavo habib habiba hadiza haitham hajar hala halima hamid hamida hamza hana hanan hanna hannah hans harish haruka haruto harry
hasan hassan hassana hawa heather hector heidi helen helena helene henri henrik henry heba hiba hicham hien hilda hiroshi hoa huda hugo humphrey hussein ian ibrahim ibrahima idris ifeoma ifeanyi ignacio igor ikram ilham ilya imad imran ina indira
ines ingrid inna irena irene irina isaac isabel isabella isabelle isha ishaan islam ismael ismail issa ivan ivana jacek jackson jacob jacqueline jacques jaime jakub jamal james jamila jan jana jane janet janice jasmin jasmine jason javier jawad jayden jean jeanne jennifer
jenny jeremy jessica jesus jiho joan joana joanna joao joaquin johan johanna john johnny jomo jonas jonathan jordan jorge jose josef joseph josephine joshua josue juan juana judith julia julian juliana julie julien juliet julius juma jun
justin justine kabir kadiatou kagiso kamal kamala kamila karen karim karima karin karina karl karol karolina kaspar kasia kate katarina kateryna katherine kathleen kathryn katia katya kavita kaveh kayla keiko keisha keita kelly kemal ken kenji kenneth kenza kevin
khadija khadijatou khaled khalid khalil kim kimani kiran kofi koffi krishna kristina kumar kwabena kwame kwaku kwasi kyaw laila lakshmi lamia lamin lan lara larisa larissa latifa laura lauren laurent layla lea leah leila leon leonardo leonor leticia leyla
liam lidia lila lilia lilian liliana lina linda linh lisa loic lorena lorenzo louis louise lourdes luc luca lucas lucia lucie lucy ludmila luis luisa lukas luke luz lwazi lydia lyudmila maamoun madeleine magdalena mahamadou mahdi maher mahmoud mai maimouna maja
malak malek malik malika mamadou manal mandla manish manoj manuel manuela mara marc marcel marcela marcelo marcin marco marcos margaret margarita maria mariam mariama mariana marianne maribel marie marina mario marion marisol marjan marko markus marta martha
martin martina marwa marwan mary maryam masha mateo mateus matt matteo matthew matthieu maurice mauricio max maxim maya mbali mehdi mehmet mei melanie melissa mercedes michael michel michele michelle miguel mikael mikhail mila milan milena milica min mina minh mira
miriam mohamed mohammad mohammed mohamud moira moises mona monica moses mostafa mouhamed moussa muhammad muna murat musa mustafa mwangi myriam nada nadia nadine nadir nadezhda nafisa naila naima najat najib namrata nana nancy naomi narges nargiza nasir nasra nassim natalia natalie natasha nathalie
nathan nawal nazanin neema neha nelson nestor ngozi nguyen nia nicola nicolas nicole nikhil nikita nikolai nina nisha njeri noah noemi nokuthula nomsa noor nora noura nour nthabiseng nuno nur nura nuria nyambura obinna odette ola olena oleg oleksandr olga oliver olivia olivier oluwaseun
omar omari oscar osman oumar oumou ousmane owen pablo paige pamela paola paolo pascal patricia patrick paul paula paulina pauline paulo pavel pedro penda peter petra phelan philip philippe phoebe phuong pierre pilar piotr polina prakash prashant pratima preeti priscilla priya priyanka quynh
rachel rachid radka raed rafael raheem rahel rahim rahul raisa raj raja rajesh rakesh ralph rama ramadan ramesh rami ramon rana rania raoul raquel rashad rashid rasha raul ravi rawan rebecca reem regina reham rekha renata rene reza ricardo richard rim rima rita ritu rivka
robert roberto rocio rodrigo roger rohan rokia roland roman romain rosa rosalia rosario rosemary roxana roza ruben rudolf rukhsana ruslan ruth saad sabina sabine sabrina sade sadia sadio safia sagal said saida sakina salah saleh salem salim salima salma salome salomon salvador sam samantha
samar sambou sami samir samira samson samuel sana sandeep sandra sanjay santiago sara sarah sasha saul savitri sayed scott sean sebastian sebastien seema seif selam selma seidou serena serge sergei sergio seynabou shabnam shadi shaima shakira shamim shanice shanti sharifa sharon sheila
shreya shu sibongile siddharth sidi silvia simon simona simone sina siobhan sipho siti sofia sofie soledad solomon sonia sophia sophie soraya stanislav stefan stefania stella stephane stephanie stephen steve steven sultan suman sunil sunita suresh susan susana svetlana swati sylvie syed
tabitha tadesse tahir taisia takumi tala tamar tamara tania tanya tarek tariq taras tatiana tatyana teresa tereza tesfaye thabo thandiwe thandi theo theresa thiago thierry thomas thu tiago tigist tim timothy tina tobias todd tomas tomasz tomoko tracy trang traore trinh tuan tunde
uchenna ulrich uma umar umut usha valentin valentina valeria valerie vanessa vera veronica veronique victoria vidya vijay vikram viktor viktoria vincent violeta virginie vitaly vivian vladimir volodymyr wafa wahid wairimu walid wambui wangari wanjiru wanjiku warda wei wendy wiktor wilfred william wilson xavier ximena
xin yacine yael yana yann yannick yao yara yaseen yash yasmin yasmine yasser yaw yeon yetunde ying yohannes yolanda yosef youssef youssouf yuki yulia yuliya yuri yusra yusuf yvette yvonne zahra zaid zainab zakaria zara zawadi zeinab zeynep zhanna zhen zineb zodwa zoe zoya zsofia zuleikha zuzana`;

/** Names that are ordinary words too: they count only beside another name. */
const ALSO_WORDS = `
angel amber april art august bill blessing bob brady charity chase christian dale dave dawn dean drew eve frank gabe glen grace grant happy harmony heath hope innocent iris ivy jack jade jay jim joe joy june justice lance lily
lucky mark may mercy mike miles nick olive pat patience pearl peace precious prince queen ray rich rob robin rose ruby sky star sue summer sunny ted tom toby tony victor violet wade will rick leonard greg jeff doug fred cory bob ron don hugh lloyd craig keith kyle
`;

const CYRILLIC = `
александр александра алексей алёна алена алина алиса алия алла амина анастасия анатолий андрей анна антон арина артём артем арман асель айгуль айгерим асия бахтияр богдан борис вадим валентин валентина валерий валерия варвара василий вера вероника виктор виктория виталий
владимир владислав вячеслав галина георгий глеб григорий гульнара даниил данил дарья даша денис диана дилноза дмитрий евгений евгения егор екатерина катя елена лена елизавета лиза жанна зарина захар зинаида зоя иван игорь илья инна ирина ира кирилл константин кристина ксения лариса лейла лидия любовь люба людмила магомед
максим марат маргарита марина мария маша марьям мила милана михаил миша надежда назар наталья наталия наташа никита николай нина нурлан оксана олег олеся олександр олена ольга оля павел паша пётр петр полина раиса рамзан расул ринат роман руслан рустам самира саша светлана света святослав семён сергей серёжа софия софья станислав степан таисия тамара тарас татьяна таня тимур фарида фатима
фёдор федор шамиль эльвира эмиль юлия юля юрий юра яна ярослав карим малика ибрагим умар али хадижа зейнаб саида гульмира фируза шахзод аминат патимат мурат ильяс айша далия рашид мадинат зульфия дильшод фарход отабек ойбек камила самир назира алма ерлан данияр айдана андрій дмитро іван катерина ганна михайло наталія оксана сергій тетяна юлія софійка мадина аслан зухра гулнора шахноза бекзод нигора айбек жамиля`;

const ARABIC = `
محمد أحمد احمد محمود مصطفى علي حسن حسين عمر عثمان خالد يوسف إبراهيم ابراهيم إسماعيل اسماعيل عبدالله عبدالرحمن كريم سعيد سمير سامي طارق وليد ياسر ياسين زياد رامي فادي هادي ماهر ناصر نبيل هشام أيمن ايمن بلال حمزة أنس انس مروان عادل جمال كمال رشيد راشد فيصل سلطان
فاطمة عائشة خديجة مريم زينب سارة ساره ليلى سلمى هدى منى رنا ريم رهف لينا دينا نور نورا نوره هبة آية اية أمينة امينة أمل سعاد سميرة سناء شيماء رقية حنان حليمة جميلة ياسمين روان دعاء إيمان ايمان إسراء اسراء أسماء اسماء ملاك جنى تالا لمى غادة وفاء نادية نادرة رحاب سحر صفاء مها ميساء هناء هيفاء يارا لجين سندس بتول حوراء
جعفر كاظم مهدي قاسم موسى عيسى داود سليمان أيوب هارون يحيى زكريا إدريس ادريس معاذ أسامة اسامة بشار باسل غسان عماد رائد سيف تامر شادي وائل حازم مازن عدنان نزار صلاح منصور فهد بندر تركي مشعل جاسم حمد راكان عبدالعزيز عبدالكريم عبدالقادر الطيب البشير`;

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Given names in Latin letters, folded. */
export const GIVEN_NAMES = words(LATIN);
/** Given names that are ordinary words too, folded. */
export const AMBIGUOUS_NAMES = words(ALSO_WORDS);
/** Given names in Cyrillic letters, lower case. */
export const CYRILLIC_NAMES = words(CYRILLIC);
/** Given names in Arabic letters. */
export const ARABIC_NAMES = words(ARABIC);
